"""What people decided."""

from .decision import Action, Decision

__all__ = ["Action", "Decision"]
