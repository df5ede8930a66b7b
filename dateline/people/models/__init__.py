"""Readers, staff and the newsroom itself."""

from .newsroom import Newsroom
from .shared_key import SharedKey
from .user import User

__all__ = ["Newsroom", "SharedKey", "User"]
