"""Look-ups in the gazetteer that are asked again and again: a newsroom's texts name the same places."""

from __future__ import annotations

from functools import lru_cache

from dateline.atlas.gazetteer import Gazetteer, Place


@lru_cache(maxsize=2048)
def named(gazetteer: Gazetteer, name: str) -> list[Place]:
    """The places of a name."""
    return gazetteer.named(name)


@lru_cache(maxsize=8192)
def longest_name(gazetteer: Gazetteer, word: str) -> int:
    """How many words the longest name has that begins with this one."""
    return gazetteer.has_prefix(word)
