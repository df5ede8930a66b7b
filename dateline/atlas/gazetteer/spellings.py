"""Which of the names that a source lists a text may hold, and which names stand for one another."""

from __future__ import annotations

import re

from . import keys

# Countries in whose names the Arabic article is written or left out.
ARABIC = frozenset(re.split(" ", "AE BH DJ DZ EG EH IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE"))
SEAT = 5_000  # people; smaller towns lend their area no names
LATIN = re.compile(r"(?!\d)[A-ZÀ-ÖØ-ÞĀ-ɎḀ-ỿ'‘’ʻʼ][\w\s.'‘’ʻʼ`´\-‐‑–ʿʾ/]*$")
CYRILLIC = re.compile(r"[А-ЯЁЀ-Џ][\u0400-\u052f\s.'’ʼ\-]+$")
ARABIC_SCRIPT = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f][\u0620-\u06ff\u0750-\u077f\s\u200c\-]+$")
SMALL_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|at|az|an|ash|et|er|es|en|'s)[\s\-]+(?:\w+[\s\-]+)?[A-ZÀ-ÖØ-ÞĀ-Ɏ]")
SHOUTED = re.compile(r"[A-Z]{1,4}$")  # codes of airports and stations
SHORTEST = 3
LONGEST = 6  # words
OF_COUNTIES = re.compile(r" (?:City and Borough|County|Parish|Census Area|Borough|Municipality|Municipio)$")
KNOWN_CODES = frozenset({"NYC", "L.A.", "KL"})


def usable(name: str) -> bool:
    """Whether a name is one that people write: no airport's code, no machine's transliteration, in a script we read."""
    if name in KNOWN_CODES:
        return True
    if len(name) < SHORTEST or SHOUTED.match(name) or len(name.split()) > LONGEST:
        return False
    if LATIN.match(name):
        return name.isascii() or all(letter < "\u0250" or "\u1e00" <= letter <= "\u201f" for letter in name)
    return bool(SMALL_ARTICLE.match(name) or CYRILLIC.match(name) or ARABIC_SCRIPT.match(name))


def with_short(name: str, country: str) -> list[str]:
    """A county of the United States is "Avoyelles Parish" and "Avoyelles"."""
    short = OF_COUNTIES.sub("", name) if country == "US" else name
    return [name] if short == name else [name, short]


def lent(names: list[str], area: str, towns: dict[tuple[str, str], list[str]]) -> list[str]:
    """Other spellings of an area that has its name from a town in it; no nicknames of the town."""
    own = {keys.skeleton(name) for name in names}
    found = [other for name in names for other in towns.get((area, keys.key(name)), [])]
    return [other for other in dict.fromkeys(found) if keys.skeleton(other) in own]
