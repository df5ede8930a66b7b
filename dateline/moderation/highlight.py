"""The words of a comment with the doubted places marked, as pieces that a template escapes one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the original text, marked or not."""

    text: str
    marked: bool


def pieces_of(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Cut ``text`` at ``spans`` (which may overlap or lie outside); joined again, the pieces are exactly ``text``."""
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if end <= start:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], False))
        if pieces and pieces[-1].marked and start == at:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], True)
        else:
            pieces.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], False))
    return pieces
