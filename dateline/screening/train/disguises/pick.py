"""Which words and letters of a text are changed: a share of them that differs from text to text, one at least."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

# An address stays as it is: who sends one wants it to be followed.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
WORD = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+")
SHARES = (0.3, 0.6, 1.0)
SHORTEST = 3  # letters; hardly anybody disguises "a" and "of"

Change = Callable[[str], str]


def in_words(text: str, rng: random.Random, change: Change, shortest: int = SHORTEST) -> str:
    """Change a share of the words, and one at least where any can be changed."""
    share = rng.choice(SHARES)
    places = [match for match in WORD.finditer(text) if is_word(match.group(), shortest)]
    rng.shuffle(places)
    changed: dict[int, tuple[int, str]] = {}
    for match in places:
        if not changed or rng.random() < share:
            word = change(match.group())
            if word != match.group():
                changed[match.start()] = match.end(), word
    pieces, done = [], 0
    for start, (end, word) in sorted(changed.items()):
        pieces += [text[done:start], word]
        done = end
    return "".join([*pieces, text[done:]])


def is_word(found: str, shortest: int) -> bool:
    """Whether a match is a word of that length, not an address."""
    return len(found) >= shortest and not ADDRESS.match(found)


def outside_addresses(text: str, change: Change) -> str:
    """Change everything but addresses."""
    pieces, done = [], 0
    for match in ADDRESS.finditer(text):
        pieces += [change(text[done : match.start()]), match.group()]
        done = match.end()
    return "".join([*pieces, change(text[done:])])


def letters(word: str, rng: random.Random, table: Mapping[str, str], share: float) -> str:
    """Put another letter for a share of the letters that ``table`` knows, and for one at least."""
    places = [at for at, letter in enumerate(word) if letter in table]
    taken = {at for at in places if rng.random() < share}
    if places and not taken:
        taken = {rng.choice(places)}
    return "".join(rng.choice(table[letter]) if at in taken else letter for at, letter in enumerate(word))


def between(word: str, rng: random.Random, signs: str, share: float) -> str:
    """Put one of ``signs`` after a share of the letters but the last, and after one at least."""
    if len(word) < 2:
        return word
    sure = rng.randrange(len(word) - 1)
    last = len(word) - 1
    return "".join(
        letter + (rng.choice(signs) if at < last and (at == sure or rng.random() < share) else "")
        for at, letter in enumerate(word)
    )
