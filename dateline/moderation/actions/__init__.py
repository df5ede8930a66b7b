"""The verbs of the desk, and the one of those who object to what was decided there."""

from .appeal import NotAppealable, OwnDecision, answer, appeal
from .batch import decide_all, undo_all
from .claim import claim, release
from .count import count_days
from .decide import decide, undo, unlink
from .learn import learn_anew, say_which_model
from .lists import make_list, reword, switch, undo_switch
from .note import note_about
from .overtaken import Claimed, Overtaken
from .policy import change_policy, go_on_duty, hold_until_back, undo_change
from .restrain import restrain, take_back
from .sweep import take_up_sweeps

__all__ = [
    "Claimed",
    "NotAppealable",
    "Overtaken",
    "OwnDecision",
    "answer",
    "appeal",
    "change_policy",
    "claim",
    "count_days",
    "decide",
    "decide_all",
    "go_on_duty",
    "hold_until_back",
    "learn_anew",
    "make_list",
    "note_about",
    "release",
    "restrain",
    "reword",
    "say_which_model",
    "switch",
    "take_back",
    "take_up_sweeps",
    "undo",
    "undo_all",
    "undo_change",
    "undo_switch",
    "unlink",
]
