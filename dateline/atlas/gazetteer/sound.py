"""How a Latin spelling sounds, roughly: what transliterations of one name share, whoever made them."""

from __future__ import annotations

import re

from . import keys

# In this order. French, German, English, Polish and scholars' ways of writing Arabic and Slavic sounds.
RULES = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"tsch|tch|tj|cz", "ch"),
        (r"sch|sz", "sh"),
        (r"dzh|dj|zh|j(?=[aeou])", "j"),
        (r"ou|oo|ow(?=[^aeiouy]|$)", "u"),
        (r"ee|ie|ii|iy|yi|ey|ei|ay|ai|aj", "i"),
        (r"sh|ch", "s"),
        (r"kh|gh|g", "h"),
        (r"ck|q|c", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ts|tz|z", "z"),
        (r"w", "v"),
        (r"y|j", "i"),
        (r"e", "a"),
        (r"o", "u"),
        (r"h$", ""),
    )
)
TWICE = re.compile(r"(.)\1+")


def sound(name: str) -> str:
    """A name without its article, each sound with one sign; empty for a name that is not in Latin letters."""
    parts = keys.words(name)
    bare = "".join(part for part in parts if part not in keys.ARTICLES) or "".join(parts)
    if not bare.isascii():
        return ""
    for pattern, sign in RULES:
        bare = pattern.sub(sign, bare)
    return TWICE.sub(r"\1", bare)
