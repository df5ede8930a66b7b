"""Readers, staff and the newsroom itself."""

from .api_token import ApiToken, Scope
from .house import HouseUser, UsedToken
from .newsroom import Newsroom
from .outbox import Outbox
from .shared_key import SharedKey
from .user import User

__all__ = ["ApiToken", "HouseUser", "Newsroom", "Outbox", "Scope", "SharedKey", "UsedToken", "User"]
