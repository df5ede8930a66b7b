"""What a reader overlooks in letters: case, fancy forms, what is not seen, letters of another alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# Letters of other alphabets that pass for a Latin one in most fonts (from Unicode Technical Standard 39, shortened).
# Small ones only: a capital is looked up as its small letter, unless it stands below.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝѵүҽѡгԍ" + "αορνικυχγϲϳϝ" + "ագզհյոսցքօ" + "ⲁⲉⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭⲃ" + "кмтвнпьꙇ" + "τεβησωμ",
    "aeopcyxijsdhlqwvyewrg" + "aopvikuxycjf" + "wgqhjnugfo" + "aehikmnopctyxb" + "kmtbhnbi" + "tebnowu",
)
# Cherokee, Lisu; Latin letters of phonetics and of few languages; letters that were turned upside down.
LOOKALIKES |= str.maketrans(
    "ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏳᏴ" + "ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ" + "ɑɡıℓƅƽ" + "ɐǝɟɥᴉɾʞɯɹʇʌʍʎ",
    "drtiyajewmhyghzbrwsvslcpkdgb" + "bpddtgkjczfmnlsrvhwxyaeiou" + "agilbs" + "aefhijkmrtvwy",
)
# Those of them that pass for a Latin letter only among Latin letters; alone they are words of their own alphabet.
LOOSE = "кмтвнпь" + "τεβησωμ" + "աքցյ"
# Capitals that pass for another letter than their small ones do, or pass better.
CAPITALS = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϿ" + "ВКМНТЬЗ" + "ՏՍԼ" + "ⲎⲘⲚ",
    "abezhikmnoptyxcc" + "bkmhtb3" + "sul" + "hmn",
)
# Signs that pass for a letter in some fonts.
ALIKE = str.maketrans("l1|0", "iiio")
# What no font prints alone. ZWJ and ZWNJ are legitimate in emoji, Persian and Indic text; here they mean nothing.
UNSEEN = {"Cf", "Mn", "Me"}
# Fillers for missing letters, and what Unicode keeps for signs that are to be ignored. No font prints these either.
FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2065") | {chr(code) for code in range(0xFFF0, 0xFFF9)}
PLANE_OF_TAGS = range(0xE0000, 0xE1000)
# Braille without a dot is a blank to the eye; the crescent sigma a C, which the normal forms would make a sigma.
SIGHT = {"\u2800": " ", "ϲ": "c", "Ϲ": "c"}
# Letters whose plain one is only in their name: on dark squares, of flags, in brackets, with strokes, small capitals.
NAMED = re.compile(
    r"(?:LATIN|MODIFIER|PARENTHESIZED|REGIONAL|SQUARED|(?:CROSSED )?NEGATIVE) .*\b(?:LETTER|CAPITAL|SMALL) ([A-Z])"
    r"(?: WITH .+)?"
)


SHORT = 6  # letters; below that only the very same name passes for another
LIGATURE = 6  # letters that are read of a sign made of several; the longest has eighteen
KNOWN = 20_000  # characters whose plain letters are kept: every living alphabet, and a bound


class _Letters(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __init__(self, reading: Callable[[str], str]) -> None:
        super().__init__()
        self.reading = reading

    def __missing__(self, code: int) -> str:
        letters = self.reading(chr(code))
        if len(self) < KNOWN:
            self[code] = letters
        return letters


def skeleton(name: str) -> str:
    """Return what is left of a name when everything a reader would overlook is gone; two equal skeletons look alike."""
    plain = name.translate(CAPITALS).translate(PLAIN).translate(LOOKALIKES).translate(ALIKE)
    return "".join(letter for letter in plain if letter.isalnum())


def is_near(name: str, own: str) -> bool:
    """Return whether a skeleton passes for ``own``: it is that, holds it, or differs from it in one letter.

    A short one is only compared: too many names hold four letters, or are one letter from them.
    """
    if len(own) < SHORT:
        return name == own
    return own in name or _differs_in_one(*sorted((name, own), key=len))


def _differs_in_one(shorter: str, longer: str) -> bool:
    """Whether one letter was changed, or is there once more or less."""
    if len(longer) - len(shorter) > 1:
        return False
    at = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]


def _plain(character: str) -> str:
    """Return what stands for one character: lower-case, compatibility-folded, without what is not seen."""
    return _seen(character).casefold()


def _among_latin(character: str) -> str:
    """Return what it passes for among Latin letters; as many letters as ``_plain`` returns."""
    return _seen(character).translate(CAPITALS).casefold().translate(LOOKALIKES)


def _alone(character: str) -> str:
    """Return what it passes for where no Latin letter is near: that takes a closer likeness."""
    return _seen(character).translate(CAPITALS).casefold().translate(CLOSE)


def _seen(character: str) -> str:
    """Return what a reader sees, with its case: the letters below circles, strokes, accents."""
    if character.isascii():
        return character
    if character in FILLERS or ord(character) in PLANE_OF_TAGS:
        return ""
    if character in SIGHT:
        return SIGHT[character]
    if unicodedata.category(character) == "So" and (letter := _in_name(character)):
        return letter
    decomposed = unicodedata.normalize("NFKD", character)[:LIGATURE]
    return "".join(map(_base, decomposed))


def _base(part: str) -> str:
    """Return one part of a character without what the normal forms leave on it."""
    if part.isascii():
        return part
    category = unicodedata.category(part)
    if category in UNSEEN or part in FILLERS:
        return ""
    if category == "No":
        return str(unicodedata.digit(part, part))
    return _in_name(part) or part


def _in_name(character: str) -> str:
    """Return the Latin letter that the name of a character says it is; nothing where it says none."""
    named = NAMED.fullmatch(unicodedata.name(character, ""))
    return named.group(1).lower() if named else ""


CLOSE = {code: letter for code, letter in LOOKALIKES.items() if chr(code) not in LOOSE}
PLAIN = _Letters(_plain)
AMONG_LATIN = _Letters(_among_latin)
ALONE = _Letters(_alone)
