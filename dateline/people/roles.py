"""The four roles of a newsroom. What each may do is granted by the room that owns the thing."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from .models import User

REPORTER = "Reporter"
EDITOR = "Editor"
MODERATOR = "Moderator"
TREASURER = "Treasurer"
ROLES = (REPORTER, EDITOR, MODERATOR, TREASURER)


def is_staff_member(user: User | AnonymousUser) -> bool:
    """Return whether ``user`` works here: somebody who may enter the editor, whatever their role."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def roles_of(user: User | AnonymousUser) -> list[str]:
    """Return the roles that ``user`` holds, in our own order. Two queries at most."""
    held = set(user.groups.values_list("name", flat=True))
    return [role for role in ROLES if role in held]
