"""``Authorization: Bearer ...`` (RFC 6750): the only way into the API, so that no browser can be made to use it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, AuthorizationError
from ninja.security import HttpBearer

from .models import ApiToken, Scope
from .tokens import bearer_of


class Bearer(HttpBearer):
    """A token that may do what ``scope`` names; the view finds it as ``request.auth``."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken:
        """Return the token. Raises ninja's errors for 401 and 403."""
        found = bearer_of(token, now=timezone.now())
        if found is None:
            raise AuthenticationError
        if not found.may(self.scope.value):
            raise AuthorizationError(message=_("This token does not have the scope “%s”.") % self.scope.value)
        return found
