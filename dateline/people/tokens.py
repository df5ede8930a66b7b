"""Keys for programs: made, shown once, known again by their hash, revoked."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from .models import ApiToken, User

PREFIX = "dateline_"  # so that a key that lies about is known for what it is
MOST = 20  # of one person
TOLD_EVERY = timedelta(minutes=1)  # when it was last used is told no finer, so that reading seldom writes


class TooMany(Exception):
    """Somebody has as many tokens as one may have. Revoking one helps."""


@transaction.atomic
def make_token(*, user: User, name: str, scopes: Collection[str], lasts: timedelta, now: datetime) -> str:
    """Make a token and return its key, which is kept nowhere. Raises TooMany."""
    User.objects.select_for_update().get(pk=user.pk)  # two who count at once would both find room
    if ApiToken.objects.of(user).count() >= MOST:
        raise TooMany
    key = PREFIX + secrets.token_urlsafe(32)
    ApiToken.objects.create(
        user=user,
        name=name,
        key_hash=hash_of(key),
        scopes=" ".join(sorted(scopes)),
        created_at=now,
        expires_at=now + lasts,
    )
    return key


def revoke_token(*, user: User, number: int, now: datetime) -> None:
    """Put an end to one of ``user``'s own; somebody else's is as absent as one that never was."""
    ApiToken.objects.of(user).filter(pk=number).update(revoked_at=now)


def bearer_of(key: str, *, now: datetime) -> ApiToken | None:
    """Return the token whose key this is, with its owner, and note that it was used; None for any other."""
    token = ApiToken.objects.alive(now).with_hash(hash_of(key)).select_related("user").first()
    if token:
        ApiToken.objects.filter(pk=token.pk).not_used_since(now - TOLD_EVERY).update(last_used_at=now)
    return token


def hash_of(key: str) -> str:
    """Return what is kept of a key. It is 256 random bits, so a fast hash gives nothing away."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
