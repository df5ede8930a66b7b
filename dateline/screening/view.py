"""The text as a screening phase reads it: plain letters, each of which knows where it stood in the original.

Tricks that hide a word from a filter but not from a reader are undone here, once, for all phases: zero-width
characters, fancy letters (NFKC, Unicode Annex 15), and letters borrowed from another alphabet. Borrowed letters are
folded only inside words that mix alphabets, because Russian and Greek are not tricks.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .verdict import Span

# Letters of other alphabets that pass for a Latin one in most fonts (from Unicode Technical Standard 39, shortened).
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏкмтвнгпԛԝ" + "αορνικτυχε" + "ɑɡıℓ",
    "aeopcyxijsdhlkmtbhrnqw" + "aopviktuxe" + "agil",
)
# What no font prints alone. ZWJ and ZWNJ are legitimate in emoji, Persian and Indic text; here they mean nothing.
UNSEEN = {"Cf", "Mn", "Me"}


@dataclass(frozen=True, slots=True)
class View:
    """``text`` for matching; ``places[i]`` is where its i-th character stood in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Offsets in the original of what matched between ``start`` and ``end`` here."""
        return self.places[start], self.places[end - 1] + 1


def view_of(original: str) -> View:
    """Return the plain view of ``original``, in time linear in its length."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(original):
        for plain in _plain(character):
            letters.append(plain)
            places.append(place)
    return View(_fold_mixed_words(letters), tuple(places))


def skeleton(name: str) -> str:
    """Return what is left of a name when everything a reader would overlook is gone; two equal skeletons look alike."""
    letters = "".join(plain for character in name for plain in _plain(character))
    return "".join(letter for letter in letters.translate(LOOKALIKES) if letter.isalnum())


def _plain(character: str) -> str:
    """Return what stands for one character: lower-case, compatibility-folded, without what is not seen."""
    if character.isascii():
        return character.lower()
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(part for part in decomposed if unicodedata.category(part) not in UNSEEN).casefold()


def _fold_mixed_words(letters: list[str]) -> str:
    """Fold lookalikes in words that hold both plain Latin letters and lookalikes."""
    folded: list[str] = []
    word: list[str] = []
    for letter in [*letters, " "]:
        if letter.isalnum():
            word.append(letter)
            continue
        text = "".join(word)
        if any("a" <= part <= "z" for part in text):
            text = text.translate(LOOKALIKES)
        folded += [text, letter]
        word = []
    return "".join(folded)[:-1]
