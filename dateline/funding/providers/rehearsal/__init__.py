"""The rehearsal provider: a real hosted checkout over HTTP on this very machine, where no money moves."""

from .client import Rehearsal

__all__ = ["Rehearsal"]
