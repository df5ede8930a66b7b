"""What changed, in order."""

from .change import Change

__all__ = ["Change"]
