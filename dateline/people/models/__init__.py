"""Readers, staff and the newsroom itself."""

from .newsroom import Newsroom
from .user import User

__all__ = ["Newsroom", "User"]
