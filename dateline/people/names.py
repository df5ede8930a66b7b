"""Names that people give themselves."""

from __future__ import annotations

import unicodedata

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
JOINERS = {"\u200c", "\u200d"}  # Persian, Indic scripts and emoji need them to be spelled right


def tidy_name(name: str) -> str:
    """Return ``name`` as it may be printed: composed, one blank between words, nothing invisible in it or around it."""
    if name.isascii() and name.isprintable():
        return " ".join(name.split())  # the same, sooner
    seen = [sign for sign in unicodedata.normalize("NFC", name) if may_show(sign)]
    return " ".join("".join(seen).split()).strip("".join(JOINERS))


def may_show(sign: str) -> bool:
    """Return whether ``sign`` is a mark on paper, a blank, or one of the two joiners."""
    return sign in JOINERS or sign.isspace() or unicodedata.category(sign) not in HIDDEN
