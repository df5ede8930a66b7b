"""Words as lists know them, in every script, each with its place in the view.

A word is a run of letters and figures. Where a script is written without blanks, each character is a word, so that a
list may name any run of them. Letters that somebody set apart (``s p a m``, ``s,p,a,m``) are read as the word too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Thai and Lao, Myanmar, Khmer, kana, Han: no blanks between words.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
# Vowel signs that stand beside their letter in the scripts of India and around; to ``re`` they are no letters.
SIGNS = "".join(chr(code) for code in range(0x0900, 0xAC00) if unicodedata.category(chr(code)) == "Mc")
TOKEN = re.compile(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}]|[{SIGNS}])+")
ASCII_TOKEN = re.compile(r"[a-z0-9]+")
ONE_BY_ONE = re.compile(f"[{UNSPACED}]")
SET_APART = 3  # letters; fewer stand alone in ordinary sentences
WIDEST = 3  # characters between letters that belong together


class Token(NamedTuple):
    """One word, and where in the view's text it stands."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """Return the words of a view's text in their order, in time linear in its length."""
    return (ASCII_TOKEN if text.isascii() else TOKEN).findall(text)


def tokens_of(text: str) -> list[Token]:
    """Return the same words with their places, which takes ten times as long."""
    pattern = ASCII_TOKEN if text.isascii() else TOKEN
    return [Token(match.group(), *match.span()) for match in pattern.finditer(text)]


def with_letters_joined(tokens: Sequence[Token]) -> list[Token] | None:
    """Return ``tokens`` with letters that were set apart joined to words; None where there are none."""
    joined: list[Token] = []
    for run in _runs(tokens):
        if len(run) >= SET_APART:
            joined.append(Token("".join(token.word for token in run), run[0].start, run[-1].end))
        else:
            joined += run
    return joined if len(joined) < len(tokens) else None


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut ``tokens`` into runs of single letters that are equally far from each other, and all others one by one."""
    run: list[Token] = []
    for token in tokens:
        if run and not _goes_on(run, token):
            near = run[-1:] if _is_nearer(run, token) else []  # the last letter stands nearer to what follows
            yield run[: len(run) - len(near)]
            run = near
        run.append(token)
    if run:
        yield run


def _goes_on(run: list[Token], token: Token) -> bool:
    gap = _gap(run[-1], token)
    return 0 < gap <= WIDEST and (len(run) == 1 or gap == _gap(run[0], run[1]))


def _is_nearer(run: list[Token], token: Token) -> bool:
    return len(run) > 1 and 0 < _gap(run[-1], token) < _gap(run[0], run[1])


def _gap(one: Token, next_one: Token) -> int:
    """Return how many characters lie between two letters; 0 where one of them is more than a letter."""
    return next_one.start - one.end if _is_letter(one) and _is_letter(next_one) else 0


def _is_letter(token: Token) -> bool:
    return len(token.word) == 1 and not ONE_BY_ONE.match(token.word)


def apart(text: str) -> str:
    """Return ``text`` with blanks around characters that are words by themselves."""
    return text if text.isascii() else ONE_BY_ONE.sub(r" \g<0> ", text)
