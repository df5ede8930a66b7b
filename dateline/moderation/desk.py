"""Who may sit at the desk, and that nothing of it is kept by a cache or shown in a frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from dateline.people.models import User

RIGHT = "moderation.decide"
ONLY_MODERATORS = _("Only moderators and editors see this desk. Ask an editor to give you the role.")


def moderators_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Send strangers to sign in, others away; what remains is private and not stored."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied(ONLY_MODERATORS)
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def moderator_of(request: HttpRequest) -> User:
    """Return the person at the desk; ``moderators_only`` let nobody else in."""
    if not isinstance(request.user, User):
        raise TypeError("the desk has no one at it")
    return request.user
