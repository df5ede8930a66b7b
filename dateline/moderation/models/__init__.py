"""What people decided, and what was said against it."""

from .appeal import Answer, Appeal, Outcome
from .attempt import Attempt
from .batch import About, Batch
from .claim import Claim
from .day import Day
from .decision import Action, Decision
from .measure import Measure
from .note import Note
from .policy_change import PolicyChange
from .reason import CannedReason
from .sweep import Sweep
from .trial import Find, Opinion, Side, Trial
from .wording import Switch, Wording

__all__ = [
    "About",
    "Action",
    "Answer",
    "Appeal",
    "Attempt",
    "Batch",
    "CannedReason",
    "Claim",
    "Day",
    "Decision",
    "Find",
    "Measure",
    "Note",
    "Opinion",
    "Outcome",
    "PolicyChange",
    "Side",
    "Sweep",
    "Switch",
    "Trial",
    "Wording",
]
