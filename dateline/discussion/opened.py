"""When a form was opened, signed by us: in the page where that is made for one reader, else asked for by its script.

Pages that are the same for everybody hold a form without it.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.core import signing

FIELD = "opened"
SALT = "dateline.discussion.opened"
LONGEST = 24 * 3600  # seconds; what was opened before says as much as nothing


def stamp(now: datetime) -> str:
    """Return what a form that is opened ``now`` carries."""
    return _signer(settings.SECRET_KEY).sign(str(int(now.timestamp() * 1000)))


def seconds_since(stamp: str, now: datetime) -> float | None:
    """Return how long ago that was; None for no stamp, one that is not ours, or one from before yesterday."""
    if not stamp:
        return None
    try:
        passed = now.timestamp() - int(_signer(settings.SECRET_KEY).unsign(stamp)) / 1000
    except (signing.BadSignature, ValueError):
        return None
    return passed if 0 <= passed <= LONGEST else None


@lru_cache(maxsize=2)
def _signer(_secret: str) -> signing.Signer:
    return signing.Signer(salt=SALT)
