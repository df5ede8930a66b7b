"""The verbs of the desk."""

from .decide import Overtaken, decide, undo
from .restrain import restrain, take_back

__all__ = ["Overtaken", "decide", "restrain", "take_back", "undo"]
