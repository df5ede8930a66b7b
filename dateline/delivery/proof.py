"""A sum that a browser works out before something is taken from it, while very many come at once: ALTCHA's, version 2.

What it takes is a fraction of a second for one, and too long for who sends thousands. Nobody else is asked; each is
good for one comment, or one gift: whatever its ``purpose`` names (the room that asks).
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

from .keyed import keyed_hash
from .tries import count_try

FIELD = "proof"
ALGORITHM = "SHA-256"
MOST = 40_000  # hashes; half as many in the middle
LASTS = timedelta(minutes=10)
LONGEST = 2_000  # characters of an answer


def new_challenge(purpose: str, now: datetime) -> dict[str, Any]:
    """Return what a browser is asked, signed; nothing is stored."""
    number = secrets.randbelow(MOST)
    asked = create_challenge(ALGORITHM, 1, counter=number, expires_at=now + LASTS, hmac_secret=_secret(purpose))
    return asked.to_dict()


def redeem(purpose: str, proof: str) -> bool:
    """Return whether ``proof`` answers one of our questions, in time and for the first time. It is spent then."""
    if not proof or len(proof) > LONGEST or not verify_solution(proof, _secret(purpose)).verified:
        return False
    signature = Payload.from_base64(proof).challenge.signature
    # Counted in the cache, of which the settings know the beginning.
    return count_try(f"{purpose}:proofs:{signature}", int(LASTS.total_seconds()) + 60) == 1


def _secret(purpose: str) -> str:
    return keyed_hash(f"dateline.{purpose}.proof", settings.SECRET_KEY)
