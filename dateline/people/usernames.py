"""The names of accounts that nobody chooses."""

from __future__ import annotations

import secrets


def new_username() -> str:
    """Return a name without meaning: one made from a mail address would tell half of it."""
    return f"reader-{secrets.token_hex(8)}"
