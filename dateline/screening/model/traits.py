"""What a comment looks like, beside its words: each signal is there or not, and has a name a moderator can read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from dateline.lib.later import gettext_noop as _
from dateline.lib.skeleton import PLAIN

from ..view import View

SAID: dict[str, str] = {
    "link": _("a link"),
    "links": _("two or more links"),
    "phone": _("a telephone number"),
    "money": _("a sum of money"),
    "ornaments": _("rows of arrows or stars"),
    "fancy": _("decorative letters"),
    "hidden": _("invisible characters in words"),
    "turned": _("characters that turn the direction of writing"),
    "mixed": _("letters from two alphabets in one word"),
    "shouting": _("mostly capitals"),
    "capitals": _("a word in capitals"),
    "exclaiming": _("several exclamation marks"),
    "asking": _("several question marks"),
    "stretched": _("stretched words"),
}
NAMES = tuple(SAID)
PLACES = {name: place for place, name in enumerate(NAMES)}
CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{3,}\b")  # the set first, so that it is looked for at C's speed
LETTERS = re.compile(r"[A-Za-z]")
SMALL, LARGE = ascii_lowercase.encode(), ascii_uppercase.encode()
UPPER = re.compile(r"[A-Z]")
STRETCHED = [3 * letter for letter in ascii_lowercase]
TURNING = re.compile("[\u202d\u202e]")
MARKS = re.compile(r"[!?]{2,}|!")
SHOUTED = 16  # letters, below which capitals are an abbreviation


def signals_of(view: View, texts: Sequence[str]) -> list[int]:
    """Return the places in ``NAMES`` of what a comment and its words show, in order."""
    original = view.original
    found = set()
    links = texts.count("http")
    if links:
        found.add("links" if links > 1 else "link")
    if "+phone" in texts:
        found.add("phone")
    if "$money" in texts:
        found.add("money")
    if UPPER.search(original):
        if CAPITALS.search(original):
            found.add("capitals")
        plain = original.encode("ascii", "ignore")
        rest = plain.translate(None, SMALL)
        upper = len(rest) - len(rest.translate(None, LARGE))
        letters = len(plain) - len(rest) + upper
        if letters >= SHOUTED and upper > 0.6 * letters:
            found.add("shouting")
    if original.count("!") > 1:
        found.add("exclaiming")
    if original.count("?") > 2 or "??" in original:
        found.add("asking")
    if any(letters in view.text for letters in STRETCHED):
        found.add("stretched")
    if not original.isascii():
        found |= _beyond_ascii(original, view)
    return sorted(PLACES[name] for name in found)


def _beyond_ascii(original: str, view: View) -> set[str]:
    counts: Counter[str] = Counter()
    for character, times in Counter(original).items():
        if not character.isascii():
            counts[_kind(character)] += times
    found = {kind for kind, least in (("ornaments", 2), ("fancy", 3), ("hidden", 1)) if counts.get(kind, 0) >= least}
    if TURNING.search(original):
        found.add("turned")
    if counts.get("letter") and view.text.isascii() and LETTERS.search(original):
        found.add("mixed")
    return found


@lru_cache(4_096)
def _kind(character: str) -> str:
    """What one character outside ASCII is for."""
    category = unicodedata.category(character)
    if "\u2190" <= character <= "\u21ff" or "\u2500" <= character <= "\u27bf" or "\u2b00" <= character <= "\u2bff":
        return "ornaments"
    plain = PLAIN[ord(character)]
    if category == "Cf" and character not in "\u200d\u200c\ufeff\u200e\u200f":
        return "hidden"
    if plain.isascii() and plain.isalnum() and unicodedata.decomposition(character).startswith("<"):
        return "fancy"
    if category[0] == "L" and not unicodedata.name(character, "").startswith("LATIN"):
        return "letter"
    return ""
