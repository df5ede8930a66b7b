"""Characters between the letters: some that no font prints, some that stand over a letter, some to look at."""

from __future__ import annotations

import random

from .pick import SHORTEST, WORD, between, in_words, is_word, outside_addresses

ZERO_WIDTH = "\u200b\u200c\u200d\ufeff"
IGNORED = "\u00ad\u2060\u034f\ufe00\ufe0e\ufe0f\u180e\u115f\u1160\u3164\uffa0\u2063\u2064\U000e0101"
MARKS = "\u200e\u200f\u061c\u2066\u2068\u2069"
TAGS = 0xE0000
ZALGO = [chr(code) for code in (*range(0x0300, 0x0315), *range(0x0316, 0x0333), 0x0334, 0x0336, 0x0338, 0x0489)]
EMOJI = "🔥💰💋😂🤣👉🎉💯🚀💩🤡🖕"
DINGBATS = "★☆✦✪✔✅➡➤►⇒♥♛✿❖"
REVERSED, POPPED = "\u202e", "\u202c"


def zero_width(text: str, rng: random.Random) -> str:
    """Blanks of no width inside words: what most programs against filters do first."""
    share = rng.choice((0.2, 1.0))
    return in_words(text, rng, lambda word: between(word, rng, ZERO_WIDTH, share))


def ignorables(text: str, rng: random.Random) -> str:
    """Soft hyphens, joiners, selectors, fillers: fewer filters know them than know the zero-width blank."""
    share = rng.choice((0.2, 1.0))
    return in_words(text, rng, lambda word: between(word, rng, IGNORED, share))


def tag_characters(text: str, rng: random.Random) -> str:
    """An unseen copy of ASCII, made for flags: other words are hidden within the words, for machines only."""

    def told(word: str) -> str:
        at = rng.randrange(1, len(word))
        hidden = "".join(chr(TAGS + ord(letter)) for letter in rng.choice(("nice", "thanks", "great")))
        return word[:at] + hidden + word[at:]

    return in_words(text, rng, told)


def zalgo(text: str, rng: random.Random) -> str:
    """Heaps of combining marks: trolls for the fright of it, others because no word is found below."""
    most = rng.choice((1, 3, 8))
    return in_words(
        text, rng, lambda word: "".join(a + "".join(rng.choices(ZALGO, k=rng.randint(1, most))) for a in word)
    )


def bidi_override(text: str, rng: random.Random) -> str:
    """Words written backwards, and a mark that has the browser show them forwards."""
    return in_words(text, rng, lambda word: REVERSED + word[::-1] + POPPED)


def bidi_marks(text: str, rng: random.Random) -> str:
    """Marks of direction inside words, which show nothing in text of one direction."""
    return in_words(text, rng, lambda word: between(word, rng, MARKS, 0.3))


def emoji_in_words(text: str, rng: random.Random) -> str:
    """A picture between the letters of a word."""
    sign = rng.choice(EMOJI)
    return in_words(text, rng, lambda word: between(word, rng, sign, rng.choice((0.1, 1.0))))


def emoji_between_words(text: str, rng: random.Random) -> str:
    """Pictures instead of blanks, as in advertisements in chats."""
    share, signs = rng.choice((0.3, 1.0)), rng.sample(EMOJI, 3)
    out = "".join(rng.choice(signs) if a == " " and rng.random() < share else a for a in text)
    return out if out != text else text + rng.choice(signs)


def dingbats(text: str, rng: random.Random) -> str:
    """Stars, arrows and ticks around everything: sellers who want to be seen."""
    row = rng.choice(DINGBATS) * rng.randint(1, 5)
    arrow = rng.choice(DINGBATS)
    inside = outside_addresses(text, lambda part: part.replace(". ", f" {arrow} "))
    return f"{row} {inside} {row}"


def stacked_lines(text: str, rng: random.Random) -> str:
    """Trolls write a word down the page, one letter a line."""
    words = [match for match in WORD.finditer(text) if is_word(match.group(), SHORTEST)]
    if not words:
        return text
    chosen = rng.choice(words)
    return f"{text[: chosen.start()]}\n" + "\n".join(chosen.group()) + f"\n{text[chosen.end() :]}"
