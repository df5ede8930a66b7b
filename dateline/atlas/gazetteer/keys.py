"""What of a name is compared: not its case, its accents, its spaces and hyphens, its article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that the normal forms leave whole, as they are mostly written without their sign.
WHOLE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n"}
    | {"ə": "a", "ƙ": "k", "ɗ": "d", "ɓ": "b", "ƴ": "y"}
    | dict.fromkeys("ʿʾʼ‘’'`´ʻʹʺ", "")
    # Arabic letters that are written for one another, the kashida, and Persian and Urdu ones for Arabic ones.
    | dict.fromkeys("أإآٱ", "ا") | {"ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ة": "ه", "ـ": ""}
    | {"ё": "е"}
)  # fmt: skip
BETWEEN = re.compile(r"[\s\-‐‑–—_/.,()،]+")
ARTICLES = frozenset(re.split(" ", "al el ad ar as at az an ash adh ath es ez er ed en et esh il ul l"))
# Sounds that transliterations write in different ways come to one sign; vowels and what passes for them go.
SOUNDS = (
    (re.compile(r"tsch|tch|ch|tj"), "c"), (re.compile(r"sch|sh|sz|ş"), "s"), (re.compile(r"dzh|dj|zh"), "j"),
    (re.compile(r"kh|ck|q|c(?=[aou])"), "k"), (re.compile(r"gh"), "g"), (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"), (re.compile(r"dh"), "d"), (re.compile(r"ts|tz"), "z"),
)  # fmt: skip
ONE_SIGN = str.maketrans({"c": "k", "q": "k", "p": "b", "v": "b", "w": "", "f": "f", "j": "g", "z": "s", "x": "k"})
SILENT = re.compile(r"[aeiouyhw]")
TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name in small letters without accents, in Latin, Cyrillic or Arabic script; words keep one space between."""
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().translate(WHOLE))
    plain = "".join(letter for letter in lowered if not unicodedata.combining(letter)).translate(WHOLE)
    return BETWEEN.sub(" ", plain).strip()


def key(name: str) -> str:
    """A name as it is looked up: folded, in one word. "Deir ez-Zor" and "Deir Ezzor" have the same."""
    return folded(name).replace(" ", "")


def words(name: str) -> list[str]:
    """The folded words of a name, parted at spaces and hyphens."""
    return folded(name).split()


def without_article(name: str) -> str:
    """The key of a name without the Arabic article before it, or an empty string where there is none."""
    first, *others = words(name) or [""]
    return "".join(others) if first in ARTICLES and others else ""


def skeleton(name: str) -> str:
    """The consonants of a Latin name, one sign for each sound: what most transliterations of it share."""
    parts = words(name)
    bare = "".join(part for part in parts if part not in ARTICLES) or "".join(parts)
    for pattern, sign in SOUNDS:
        bare = pattern.sub(sign, bare)
    return TWICE.sub(r"\1", SILENT.sub("", bare.translate(ONE_SIGN)))
