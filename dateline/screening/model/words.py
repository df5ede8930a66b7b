"""A comment as words: what the model reads, with the tricks undone that a reader does not notice.

Works on the view (plain lower-case letters, Unicode tricks gone). Here letters that were set apart are joined,
repeats are cut, figures become 0, links and addresses become what is general about them. Nothing that a trick may have
changed is replaced where the change might be wrong: a *twin* is added (``b1tch`` stays, ``bitch`` comes beside it),
because H1N1, B2B and 4th are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..view import Span, View
from .addresses import standing_for
from .innocent import NAME, is_innocent

LONGEST_WORD = 64  # letters; what is longer is no word, and costs what it is cut to
LONGEST_CHUNK = 1_000
KEPT = 8_192  # chunks of which is remembered what they read as; twice as many are a few MB
REMEMBERED = 32  # letters of a chunk that is remembered; what is longer comes once
SET_APART = 3  # letters; fewer stand alone in ordinary sentences
EDGES = "()[]{}<>\"'“”„«»‚‘,;:!?"
# A word may hold what hides a letter (f*ck, b!tch, sh1t, $uck); between words stands everything else.
PART = re.compile(
    r"[@$|€£]?[^\W\d_](?:[^\W_]|[*#%@$!|'’](?=[*#%@$!|'’]{0,3}[^\W_]))*\*{0,4}"
    r"|\d(?:[^\W_]|[@$!|](?=\w))*"
    r"|([^\w\s])\1*|_+|\S"
)
BETWEEN = r"(?:[^\w\s@$!'’]|_){1,3}"
SEPARATED = re.compile(rf"[^\W\d_](?:{BETWEEN}[^\W\d_]){{2,}}")
LETTER, EDGE = r"[^\W\d_]", f"[{re.escape(EDGES)}.]{{0,12}}"
EDGED = 13  # characters of a letter with its marks
LONE = re.compile(f"({EDGE})({LETTER})({EDGE})")
ROW = re.compile(rf"(?<!\S){EDGE}{LETTER}(?:\s+{LETTER}(?!\S))+\s+{LETTER}{EDGE}(?!\S)")
CUT = re.compile(rf"[^\W\d_]{{1,12}}(?:{BETWEEN}[^\W\d_]{{1,12}}){{1,4}}")
INNER = re.compile(BETWEEN)
REPEATED = re.compile(r"(.)\1{2,}")
DIGITS = re.compile(r"\d")
MASKS = str.maketrans("#%", "**", "’'")
LEETED = re.compile(r"[a-z][0-9@$!|€£]|[0-9@$!|€£][a-z]")
LEET = str.maketrans("013456789@$!|€£", "oieasbtbgasiiel")
LEET_L = str.maketrans("1!|", "lll")


Placed = tuple[str, int, int]  # a word with its place in what was read


class Word(NamedTuple):
    """What stands for some letters of the view, and which ones."""

    text: str
    start: int
    end: int


def words_of(view: View) -> list[Word]:
    """Return the words of a view in their order, twins beside what they may stand for; in time linear in its length."""
    return [Word(text, start, end) for text, (start, end) in zip(texts_of(view), spans_of(view), strict=True)]


def texts_of(view: View) -> list[str]:
    """Return only the texts of ``words_of``, in a fifth of its time."""
    texts: list[str] = []
    for piece, _at, is_row in _pieces(view.text):
        if is_row:
            texts += [word for word, _start, _end in _row(piece)]
            continue
        for chunk in piece.split():
            texts += KNOWN[chunk][1]
    return texts


def spans_of(view: View) -> list[Span]:
    """Return only the places of ``words_of`` in the view's text."""
    spans: list[Span] = []
    for piece, begin, is_row in _pieces(view.text):
        if is_row:
            spans += [(begin + start, begin + end) for _word, start, end in _row(piece)]
            continue
        at, index = 0, piece.index
        for chunk in piece.split():
            at = index(chunk, at)
            for _word, start, end in KNOWN[chunk][0]:
                spans.append((begin + at + start, begin + at + end))
            at += len(chunk)
    return spans


def _pieces(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield ``text`` in pieces, each with its place, and whether it is a row of letters that were set apart."""
    done = 0
    if _may_have_row(text.split()):
        for row in ROW.finditer(text):
            yield text[done : row.start()], done, False
            yield row.group(), row.start(), True
            done = row.end()
    yield text[done:], done, False


def _may_have_row(chunks: list[str]) -> bool:
    """Return False only where no letters are set apart: between two others one stands without marks."""
    lone = (place for place in range(1, len(chunks) - 1) if len(chunks[place]) == 1 and chunks[place].isalpha())
    return any(len(chunks[place - 1]) <= EDGED and len(chunks[place + 1]) <= EDGED for place in lone)


def _row(row: str) -> list[Placed]:
    """What letters that were set apart spell, with the marks at both ends; a wider gap parts two words."""
    words: list[Placed] = []
    lone: list[Placed] = []
    for match in LONE.finditer(row):
        before, letter, after = match.groups()
        start = match.start(2)
        words += _marks(before, match.start())
        if len(lone) > 1 and start - lone[-1][2] > lone[1][1] - lone[0][2]:
            words += _joined(lone)
            lone = []
        lone.append((letter, start, start + 1))
        if after:
            words += _joined(lone)
            lone = []
            words += _marks(after, start + 1)
    return [*words, *_joined(lone)]


def _joined(lone: list[Placed]) -> list[Placed]:
    """Letters that were set apart are the word that they spell; fewer are left alone ("I a")."""
    if len(lone) < SET_APART:
        return lone
    return [(_short("".join(letter for letter, _start, _end in lone)), lone[0][1], lone[-1][2])]


class _Known(dict[str, tuple[tuple[Placed, ...], tuple[str, ...]]]):
    """What stands for each run without blanks: words with their places in it, and the same without.

    Worked out when it is first met. Twice ``KEPT`` are remembered at most: when as many are new, those before them are
    forgotten unless they come again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.before: dict[str, tuple[tuple[Placed, ...], tuple[str, ...]]] = {}

    def __missing__(self, chunk: str) -> tuple[tuple[Placed, ...], tuple[str, ...]]:
        if len(chunk) > REMEMBERED:
            return _both(_read(chunk[:LONGEST_CHUNK]))
        if len(self) >= KEPT:
            self.before = dict(self)
            self.clear()
        known = self[chunk] = self.before.get(chunk) or _both(_read(chunk))
        return known


def _both(words: tuple[Placed, ...]) -> tuple[tuple[Placed, ...], tuple[str, ...]]:
    return words, (words[0][0],) if len(words) == 1 else tuple([word[0] for word in words])


KNOWN = _Known()


def _read(chunk: str) -> tuple[Placed, ...]:
    """What stands for a run without blanks, with its places in it."""
    if chunk.isalpha() and len(chunk) <= LONGEST_WORD:
        return tuple(_word(chunk, 0, len(chunk)))
    whole = chunk.strip(EDGES).rstrip(".")
    start = chunk.find(whole)
    end = start + len(whole)
    if whole.isalpha():  # a word with marks around it, and neither an address nor set apart
        return (*_marks(chunk[:start], 0), *_word(whole, start, end), *_marks(chunk[end:], end))
    stands = [(word, start, end) for word in standing_for(whole)]
    if stands:
        return tuple(stands)
    if SEPARATED.fullmatch(whole) and "/" not in whole:
        masked = [(whole.translate(MASKS)[:LONGEST_WORD], start, end)] if "*" in whole else []
        return ((_short(INNER.sub("", whole)), start, end), *masked)
    twin = [(_short(INNER.sub("", whole)), start, end)] if CUT.fullmatch(whole) else []
    return (*twin, *_parts(chunk))


def _marks(marks: str, at: int) -> Iterable[Placed]:
    """Marks from ``at`` on, several of one kind together."""
    if len(marks) < 2:
        return [(marks, at, at + 1)] if marks else []
    return ((word, at + start, at + end) for word, start, end in _parts(marks))


def _parts(chunk: str) -> Iterator[Placed]:
    """Its words and marks one by one."""
    return (word for match in PART.finditer(chunk) for word in _word(match.group(), *match.span()))


def _word(text: str, start: int, end: int) -> list[Placed]:
    """A word as it is read, and its twins."""
    if len(text) == 1:
        return [(_letter(text), start, end)]
    if text.isalpha() and len(text) <= LONGEST_WORD and not REPEATED.search(text):
        return [(NAME if is_innocent(text) else text, start, end)]
    plain = _short(text.translate(MASKS) or text)
    if is_innocent(plain):
        return [(NAME, start, end)]
    found = [plain if plain.isalpha() else DIGITS.sub("0", plain)]
    if REPEATED.search(text) and text[0].isalpha():
        found.append(REPEATED.sub(r"\1", text)[:LONGEST_WORD])
    if not plain.isalpha() and LEETED.search(text):
        found += dict.fromkeys((_short(text.translate(LEET)), _short(text.translate(LEET_L).translate(LEET))))
    return [(word, start, end) for word in found]


@lru_cache(1_024)
def _letter(text: str) -> str:
    """A letter, a figure or a mark as it is read."""
    return DIGITS.sub("0", text.translate(MASKS) or text)


def _short(text: str) -> str:
    """Cut repeats to two, and what is no word to the length of one."""
    return REPEATED.sub(r"\1\1", text)[:LONGEST_WORD]
