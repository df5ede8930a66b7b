"""An attacker with a seed: what spammers and trolls do to a text so that no filter reads what a reader reads.

Half of the kinds may be used to make texts to train on; the others are kept for tests, so that what is measured is how
well tricks are met that were not seen before.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from .disguises import alphabets, spelling, unseen, wrapping
from .disguises.submissions import SUBMISSION_ATTACKS

Disguise = Callable[[str, random.Random], str]

KINDS: tuple[Disguise, ...] = (
    alphabets.homoglyphs, alphabets.homoglyph_words, alphabets.bold, alphabets.script, alphabets.fraktur,
    alphabets.double_struck, alphabets.full_width, alphabets.circled, alphabets.squared, alphabets.negative,
    alphabets.regional, alphabets.small_capitals, alphabets.raised, alphabets.upside_down, alphabets.accents,
    unseen.zero_width, unseen.ignorables, unseen.tag_characters, unseen.zalgo, unseen.bidi_override,
    unseen.bidi_marks, unseen.emoji_in_words, unseen.emoji_between_words, unseen.dingbats, unseen.stacked_lines,
    spelling.spaced, spelling.set_apart, spelling.underscores, spelling.leet, spelling.symbols, spelling.masked,
    spelling.repeated, spelling.typos, spelling.neighbour_keys, spelling.no_vowels, spelling.doubled_words,
    spelling.split_words, spelling.run_together, spelling.camel_case, spelling.random_capitals, spelling.shouted,
    spelling.reversed_words, spelling.phonetic, spelling.dotted_sentence, spelling.hyphened,
    wrapping.entities, wrapping.markdown_inside, wrapping.markup_inside, wrapping.spelled_links,
    wrapping.trailing_code, wrapping.padding, wrapping.quotation,
)  # fmt: skip
DISGUISES: dict[str, Disguise] = {kind.__name__: kind for kind in KINDS}

TRAINED = frozenset({
    "accents", "bold", "circled", "dingbats", "emoji_between_words", "full_width", "homoglyphs", "leet",
    "markdown_inside", "masked", "neighbour_keys", "no_vowels", "random_capitals", "raised", "repeated",
    "run_together", "set_apart", "shouted", "small_capitals", "spaced", "spelled_links", "split_words", "symbols",
    "trailing_code", "typos", "zalgo", "zero_width",
})  # fmt: skip
UNSEEN = frozenset(DISGUISES) - TRAINED

__all__ = ["DISGUISES", "SUBMISSION_ATTACKS", "TRAINED", "UNSEEN", "disguise"]


def disguise(text: str, kind: str, seed: int) -> str:
    """Return ``text`` in a disguise of that kind; the same for the same seed."""
    return DISGUISES[kind](text, random.Random(seed))  # noqa: S311 - the same each time
