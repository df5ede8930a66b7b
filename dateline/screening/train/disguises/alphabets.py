"""Other letters for letters: homoglyphs, and the fancy alphabets that any web page of "cool fonts" sells."""

from __future__ import annotations

import random
import string
from collections.abc import Iterable, Mapping

from .pick import in_words, letters

SMALL, BIG = string.ascii_lowercase, string.ascii_uppercase


def table(letters: Iterable[str], written: str) -> dict[str, str]:
    """Return what is written for each letter; where it is more than one, any of them."""
    return dict(zip(letters, written.split(), strict=True))


# Cyrillic, Greek, Armenian, Cherokee, Lisu and Coptic letters that look like the Latin one in most fonts.
LIKE: dict[str, str] = {
    **table("abcdeghijklm", "аα Ьƅ сϲⅽ ԁⅾ еҽ ɡց һհ іι јϳ κ ӏⅼ ⅿ"),
    **table("nopqrsuvwxyz", "ոп оοօ рρ ԛզ г ѕ սυ ѵν ԝ хχ уү ᴢ"),
    **table("ABCDEFGHIJKL", "АΑᎪꓮ ВΒᏴꓐ СϹᏟꓚ ᎠꓓⅮ ЕΕᎬꓰ ꓝϜ Ԍꓖ НΗᎻꓧ ІΙӀꓲ Јꓙ КΚᏦꓗ ᏞꓡԼ"),
    **table("MNOPQRSTUVWXYZ", "МΜᎷꓟ Νꓠ ОΟՕꓳ РΡᏢꓑ Ԛ ᏒꓣᎡ ЅՏꓢ ТΤᎢꓔ Սꓴ Ѵꓦ Ԝꓪ ХΧꓫ ҮΥꓬ ΖᏃꓜ"),
}
# The other way round: Latin letters in a Russian word hide it from a list of Russian words.
BACK = table("аеорсухАЕОРСХ", "a e o p c y x A E O P C X")
TURNED = table(SMALL, "ɐ q ɔ p ǝ ɟ ƃ ɥ ᴉ ɾ ʞ l ɯ u o d b ɹ s ʇ n ʌ ʍ x ʎ z")
RAISED = table(SMALL, "ᵃ ᵇ ᶜ ᵈ ᵉ ᶠ ᵍ ʰ ⁱ ʲ ᵏ ˡ ᵐ ⁿ ᵒ ᵖ 𐞥 ʳ ˢ ᵗ ᵘ ᵛ ʷ ˣ ʸ ᶻ")
SMALL_CAPITALS = table(SMALL, "ᴀ ʙ ᴄ ᴅ ᴇ ꜰ ɢ ʜ ɪ ᴊ ᴋ ʟ ᴍ ɴ ᴏ ᴘ ꞯ ʀ ꜱ ᴛ ᴜ ᴠ ᴡ x ʏ ᴢ")
ACCENTED = {
    **table("aceghijklmn", "àáâäãåāą çćč èéêëēęě ğģ ĥħ ìíîïīį ĵ ķ łľļ ḿṁ ñńňņ"),
    **table("bdfoprstuvwxyz", "ḃɓ ďđ ḟƒ òóôöõøō ṕṗ řŕŗ šśş ťţŧ ùúûüūůų ṽ ŵẃ ẋ ýÿŷ žźż"),
}
# Letters of mathematics that Unicode had before it had their alphabets.
HOLES = {
    place: chr(code)
    for place, code in {
        **{0x1D455: 0x210E, 0x1D49D: 0x212C, 0x1D4A0: 0x2130, 0x1D4A1: 0x2131, 0x1D4A3: 0x210B, 0x1D4A4: 0x2110},
        **{0x1D4A7: 0x2112, 0x1D4A8: 0x2133, 0x1D4AD: 0x211B, 0x1D4BA: 0x212F, 0x1D4BC: 0x210A, 0x1D4C4: 0x2134},
        **{0x1D506: 0x212D, 0x1D50B: 0x210C, 0x1D50C: 0x2111, 0x1D515: 0x211C, 0x1D51D: 0x2128, 0x1D53A: 0x2102},
        **{0x1D53F: 0x210D, 0x1D545: 0x2115, 0x1D547: 0x2119, 0x1D548: 0x211A, 0x1D549: 0x211D, 0x1D551: 0x2124},
    }.items()
}


def alphabet(big: int, small: int) -> dict[str, str]:
    """Return the letters of a fancy alphabet that begins at two places."""
    places = {**{a: big + at for at, a in enumerate(BIG)}, **{a: small + at for at, a in enumerate(SMALL)}}
    return {letter: HOLES.get(place) or chr(place) for letter, place in places.items()}


MATHEMATICAL_BOLD = [alphabet(first, first + 26) for first in (0x1D400, 0x1D468, 0x1D5D4, 0x1D63C)]
SCRIPTS = [alphabet(first, first + 26) for first in (0x1D49C, 0x1D4D0)]
FRAKTURS = [alphabet(first, first + 26) for first in (0x1D504, 0x1D56C)]
DOUBLE_STRUCK = [alphabet(0x1D538, 0x1D552)]
FULL_WIDTH = [alphabet(0xFF21, 0xFF41)]
CIRCLES = [alphabet(0x24B6, 0x24D0), alphabet(0x1F110, 0x249C)]
SQUARES = [alphabet(0x1F130, 0x1F130)]
DARK = [alphabet(0x1F170, 0x1F170), alphabet(0x1F150, 0x1F150)]
FLAGS = [alphabet(0x1F1E6, 0x1F1E6)]


def dressed(text: str, rng: random.Random, alphabets: list[dict[str, str]]) -> str:
    """Write a share of the words in one of the alphabets."""
    table = rng.choice(alphabets)
    return in_words(text, rng, lambda word: "".join(table.get(letter, letter) for letter in word))


def swapped(text: str, rng: random.Random, table: Mapping[str, str], share: float) -> str:
    """Put other letters for a share of the letters of a share of the words."""
    return in_words(text, rng, lambda word: letters(word, rng, table, share))


def homoglyphs(text: str, rng: random.Random) -> str:
    """Spammers put some letters of another alphabet into a word: no list of words finds it, no reader sees it."""
    is_russian = sum("Ѐ" <= letter <= "ӿ" for letter in text) * 2 > len(text)
    return swapped(text, rng, BACK if is_russian else LIKE, rng.choice((0.2, 0.4)))


def homoglyph_words(text: str, rng: random.Random) -> str:
    """The same with every letter that has a double, against filters that look for words of mixed alphabets."""
    return in_words(text, rng, lambda word: letters(word, rng, LIKE, 1.0), shortest=2)


def bold(text: str, rng: random.Random) -> str:
    """Sellers want to be seen where only plain text is taken: mathematical bold."""
    return dressed(text, rng, MATHEMATICAL_BOLD)


def script(text: str, rng: random.Random) -> str:
    """Those who sell romance and fortune-telling like handwriting."""
    return dressed(text, rng, SCRIPTS)


def fraktur(text: str, rng: random.Random) -> str:
    """Trolls of the far right like black letter, and filters do not know it."""
    return dressed(text, rng, FRAKTURS)


def double_struck(text: str, rng: random.Random) -> str:
    """The font of profile names on social networks; it comes with what is copied from there."""
    return dressed(text, rng, DOUBLE_STRUCK)


def full_width(text: str, rng: random.Random) -> str:
    """Letters as wide as Han: an old trick, one key on a Japanese keyboard."""
    return dressed(text, rng, FULL_WIDTH)


def circled(text: str, rng: random.Random) -> str:
    """Letters in circles or brackets, against lists of words."""
    return dressed(text, rng, CIRCLES)


def squared(text: str, rng: random.Random) -> str:
    """Letters in squares, which the normal forms of Unicode undo."""
    return dressed(text, rng, SQUARES)


def negative(text: str, rng: random.Random) -> str:
    """White letters on dark squares or circles, which the normal forms do not undo."""
    return dressed(text, rng, DARK)


def regional(text: str, rng: random.Random) -> str:
    """The letters of flags; with a gap between them, so that no flag is made. Known from chats of gamers."""
    return in_words(text, rng, lambda word: "\u200b".join(FLAGS[0].get(letter, letter) for letter in word))


def small_capitals(text: str, rng: random.Random) -> str:
    """Letters of phonetics that look like small capitals: trolls who want to look like a system's message."""
    return in_words(text, rng, lambda word: "".join(SMALL_CAPITALS.get(a, a) for a in word.lower()), shortest=1)


def raised(text: str, rng: random.Random) -> str:
    """Raised letters: an insult that is said under one's breath."""
    return in_words(text, rng, lambda word: "".join(RAISED.get(letter, letter) for letter in word.lower()))


def upside_down(text: str, rng: random.Random) -> str:
    """Words turned round, letters and order: a joke of trolls, which a reader turns back."""
    return in_words(text, rng, lambda word: "".join(TURNED.get(letter, letter) for letter in reversed(word.lower())))


def accents(text: str, rng: random.Random) -> str:
    """Accents where no language has them: read as if they were not there."""
    return swapped(text, rng, ACCENTED, rng.choice((0.3, 0.7, 1.0)))
