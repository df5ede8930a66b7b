"""What people decided."""

from .decision import Action, Decision
from .measure import Measure

__all__ = ["Action", "Decision", "Measure"]
