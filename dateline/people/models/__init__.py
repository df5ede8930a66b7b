"""Readers, staff and the newsroom itself."""

from .api_token import ApiToken, Scope
from .newsroom import Newsroom
from .shared_key import SharedKey
from .sign_on import HouseUser, UsedToken
from .user import User

__all__ = ["ApiToken", "HouseUser", "Newsroom", "Scope", "SharedKey", "UsedToken", "User"]
