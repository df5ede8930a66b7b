"""The words of a comment with the doubted places marked, as pieces that a template escapes one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the original text, marked or not, and if so perhaps faintly."""

    text: str
    marked: bool
    faint: bool = False


def pieces_of(text: str, spans: Iterable[Span], faint: Collection[Span] = ()) -> list[Piece]:
    """Cut ``text`` at ``spans`` (which may overlap or lie outside); joined again, the pieces are exactly ``text``."""
    pieces: list[Piece] = []
    at = 0
    for span in sorted(spans):
        is_faint = span in faint
        start, end = max(span[0], at), min(span[1], len(text))
        if end <= start:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], False))
        if pieces and pieces[-1].marked and start == at and pieces[-1].faint == is_faint:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], True, is_faint)
        else:
            pieces.append(Piece(text[start:end], True, is_faint))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], False))
    return pieces
