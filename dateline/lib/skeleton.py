"""What a reader overlooks in letters: case, fancy forms, what is not seen, letters of another alphabet."""

from __future__ import annotations

import unicodedata

# Letters of other alphabets that pass for a Latin one in most fonts (from Unicode Technical Standard 39, shortened).
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏкмтвнгпԛԝ" + "αορνικτυχε" + "ɑɡıℓ",
    "aeopcyxijsdhlkmtbhrnqw" + "aopviktuxe" + "agil",
)
# Capitals that pass for another letter than their small ones do, and signs that pass for a letter in some fonts.
CAPITALS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx")
ALIKE = str.maketrans("l1|0", "iiio")
# What no font prints alone. ZWJ and ZWNJ are legitimate in emoji, Persian and Indic text; here they mean nothing.
UNSEEN = {"Cf", "Mn", "Me"}


KNOWN = 20_000  # characters whose plain letters are kept: every living alphabet, and a bound


class _PlainLetters(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(self) < KNOWN:
            self[code] = plain
        return plain


PLAIN = _PlainLetters()


def skeleton(name: str) -> str:
    """Return what is left of a name when everything a reader would overlook is gone; two equal skeletons look alike."""
    plain = name.translate(CAPITALS).translate(PLAIN).translate(LOOKALIKES).translate(ALIKE)
    return "".join(letter for letter in plain if letter.isalnum())


def _plain(character: str) -> str:
    """Return what stands for one character: lower-case, compatibility-folded, without what is not seen."""
    if character.isascii():
        return character.lower()
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(part for part in decomposed if unicodedata.category(part) not in UNSEEN).casefold()
