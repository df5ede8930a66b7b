"""Text in, verdict with reasons out; no database, no network, no memory of its own."""

from .screen import screen
from .verdict import LONGEST, Reason, Submission, Verdict

__all__ = ["LONGEST", "Reason", "Submission", "Verdict", "screen"]
