"""The newsroom's own model: what its moderators decided, beside the shipped heads. Pure: decisions in, model out."""

from .authors import Known, as_kept, to_keep
from .decisions import KINDS, Decision, Kind
from .head import LearnedHead
from .learned import Learned, Unreadable
from .learning import learn
from .report import Report

__all__ = [
    "KINDS",
    "Decision",
    "Kind",
    "Known",
    "Learned",
    "LearnedHead",
    "Report",
    "Unreadable",
    "as_kept",
    "learn",
    "to_keep",
]
