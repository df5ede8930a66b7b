"""Addresses of the desk by number: a page prints a hundred of them, and Django takes long to find each anew."""

from __future__ import annotations

from functools import cache

from django.urls import reverse


def address(name: str, number: int | str) -> str:
    """Return the address of ``number`` under a name of ``moderation.urls``, without its namespace."""
    return _pattern(name).replace("/0/", f"/{number}/", 1)


@cache
def _pattern(name: str) -> str:
    return reverse(f"moderation:{name}", args=[0])
