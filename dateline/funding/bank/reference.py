"""The reference that a giver writes on a transfer: ``RF58 K7M2 P4T8``, a creditor reference of ISO 11649.

Ours has a form of its own within the standard: ``RF``, two check digits, then four times a letter and a digit. That
letters and digits take turns is what makes the check complete: the standard's remainder notices every letter for a
letter and every digit for a digit, but not each letter for a digit, nor each swap of the two (``2M``, ``M2``); those
break the form. So one wrong character, and two neighbours swapped, are always noticed.

I, L, O, 0 and 1 are left out, in the check digits too. There are (23 * 8)^4 tokens, of which two thirds are drawn.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .mod97 import check_digits, holds
from .sentence import SaidError

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
DIGITS = "23456789"
ANY_DIGIT = "0123456789"
TOKEN = re.compile(rf"(?:[{LETTERS}][{DIGITS}]){{4}}")
FORM = (ANY_DIGIT, ANY_DIGIT, *(LETTERS, DIGITS) * 4)  # what may stand at each place after "RF"
IN_TEXT = re.compile(rf"(?=(\d\d{TOKEN.pattern}))", re.ASCII)
LOOKED_AT = 10_000  # characters of a text; SEPA passes 140 on
# A keyboard of another script writes what looks the same. Capital letters; NFKC has dealt with wide and styled ones.
LOOKALIKES = str.maketrans("АВСЕНКМРТХУІЈЅΑΒΕΗΚΜΝΡΤΧΥΖ", "ABCEHKMPTXYIJSABEHKMNPTXYZ")


class BadToken(SaidError):
    """Not what new_token draws. The same again does not help."""


@dataclass(frozen=True)
class References:
    """What a text holds: ``found``, whose check holds, and ``guesses``, which are one character or one swap from it.

    A guess is what somebody may have meant. It is worth something only if such a reference was given out, and even then
    a person decides.
    """

    found: tuple[str, ...]
    guesses: tuple[str, ...]


def new_token(choose: Callable[[str], str] = secrets.choice) -> str:
    """Draw eight characters by chance, such that their check digits hold no 0 and no 1."""
    while True:
        token = "".join(choose(LETTERS) + choose(DIGITS) for _ in range(4))
        if not {"0", "1"}.intersection(check_digits("RF", token)):
            return token


def new_reference(token: str) -> str:
    """Return the reference of ``token``, without blanks: ``new_reference("K7M2P4T8")``. Raises BadToken."""
    if not TOKEN.fullmatch(token):
        raise BadToken(
            "A token is four times a letter and a digit, without I, L, O, 0 and 1; this one is “%(token)s”.",
            token=token,
        )
    return f"RF{check_digits('RF', token)}{token}"


def written(reference: str) -> str:
    """Write a reference, or an IBAN, for people: in groups of four."""
    return " ".join(reference[start : start + 4] for start in range(0, len(reference), 4))


def parse_references(text: str) -> References:
    """Find references in free text, whatever banks and people put between, before or behind their characters.

    Blanks, hyphens, line breaks, case and script do not matter; of the prefix nothing is needed. What follows the first
    10,000 characters is not looked at.
    """
    plain = squeezed(text[:LOOKED_AT])
    found = [match[1] for match in IN_TEXT.finditer(plain) if holds(f"RF{match[1]}")]
    rest = plain
    for core in found:
        rest = rest.replace(core, " ")
    sure = {f"RF{core}" for core in found}
    guesses = {f"RF{core}" for core in _near(rest)} - sure
    return References(tuple(sorted(sure)), tuple(sorted(guesses)))


def squeezed(text: str) -> str:
    """Leave letters and digits only, in capitals, with any script's digits as ASCII and lookalikes as Latin letters."""
    wide = unicodedata.normalize("NFKC", text).upper().translate(LOOKALIKES)
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in wide
        if character.isalnum()
    )


def _near(text: str) -> Iterator[str]:
    """Yield every core (check digits and token) that one correction makes of some stretch of ``text``."""
    size = len(FORM)
    for start in range(len(text)):
        for length, repair in ((size, _changed), (size - 1, _completed), (size + 1, _shortened)):
            stretch = text[start : start + length]
            if len(stretch) == length and " " not in stretch:
                yield from (core for core in repair(stretch) if holds(f"RF{core}"))


def _fits(text: str, start: int = 0) -> bool:
    """Say whether ``text`` has the form from the place ``start`` on."""
    return all(character in FORM[place] for place, character in enumerate(text, start))


def _changed(text: str) -> Iterator[str]:
    """Yield ``text`` with one character changed, or two neighbours swapped, where that gives it the form."""
    wrong = [place for place, character in enumerate(text) if character not in FORM[place]]
    if len(wrong) <= 1:
        for place in wrong or range(len(text)):
            yield from (text[:place] + character + text[place + 1 :] for character in FORM[place])
    if not wrong or (len(wrong) == 2 and wrong[1] == wrong[0] + 1):
        place = wrong[0] if wrong else 0  # within the form only the two check digits can be swapped unseen
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        if _fits(swapped):
            yield swapped


def _completed(text: str) -> Iterator[str]:
    """Yield ``text`` with the one character that fell out."""
    for place, characters in enumerate(FORM):
        if _fits(text[:place]) and _fits(text[place:], place + 1):
            yield from (text[:place] + character + text[place:] for character in characters)


def _shortened(text: str) -> Iterator[str]:
    """Yield ``text`` without the one character too many."""
    for place in range(len(text)):
        shorter = text[:place] + text[place + 1 :]
        if _fits(shorter):
            yield shorter
