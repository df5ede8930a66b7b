"""Marks behind the sentences that claims rest on, put into a report's HTML without touching its markup.

A mark goes into a text node, right behind the sentence's last letter; no element is opened around anything, so a
sentence that runs through bold and links is as easy as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"""<(?:!--.*?-->|(?:"[^"]*"|'[^']*'|[^'">])*>)""", re.DOTALL)
PIECE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);|\s+|.", re.DOTALL)
BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|div|section|figure|figcaption|blockquote|article|header|footer|br)\b", re.I
)
CLOSED = re.compile(r"<(script|style)\b", re.I)


@dataclass(frozen=True)
class Mark:
    """What goes behind which sentence."""

    quote: str
    markup: str


@dataclass(frozen=True)
class _Run:
    """A stretch of text between two tags: where it begins in the words and in the HTML."""

    at: int
    start: int
    raw: str


def marked(html: str, marks: Sequence[Mark]) -> str:
    """Return ``html`` with each mark behind its sentence; one whose sentence is not there is left out."""
    if not marks:
        return html
    text, runs = _flat(html)
    places: list[tuple[int, str]] = []
    for mark in marks:
        found = text.find(" ".join(mark.quote.split()))
        if mark.quote.strip() and found >= 0:
            places.append((_in_html(runs, found + len(" ".join(mark.quote.split()))), mark.markup))
    for place, markup in sorted(places, key=lambda each: each[0], reverse=True):
        html = html[:place] + markup + html[place:]
    return html


def _flat(html: str) -> tuple[str, list[_Run]]:
    """Return the words with single blanks, a line a block, and the runs they come from."""
    parts: list[str] = []
    runs: list[_Run] = []
    length = 0
    for start, raw, breaks in _pieces(html):
        if breaks:
            parts.append("\n")
            length += 1
            continue
        cooked = re.sub(r"\s+", " ", unescape(raw))
        if parts and parts[-1][-1:] in {" ", "\n"}:
            cooked = cooked.removeprefix(" ")
            raw_start = start + len(raw) - len(raw.lstrip())
            raw = raw.lstrip()
        else:
            raw_start = start
        if cooked:
            runs.append(_Run(length, raw_start, raw))
            parts.append(cooked)
            length += len(cooked)
    return "".join(parts), runs


def _pieces(html: str) -> Iterator[tuple[int, str, bool]]:
    """Yield runs of text (where, raw, False) and breaks between blocks (where, tag, True)."""
    end, skipped = 0, ""
    for tag in TAG.finditer(html):
        if tag.start() > end and not skipped:
            yield end, html[end : tag.start()], False
        end = tag.end()
        closed = CLOSED.match(tag.group())
        if closed:
            skipped = closed.group(1).lower()
        elif skipped and tag.group().lower().startswith(f"</{skipped}"):
            skipped = ""
        if BLOCK.match(tag.group()):
            yield tag.start(), tag.group(), True
    if end < len(html) and not skipped:
        yield end, html[end:], False


def _in_html(runs: list[_Run], place: int) -> int:
    """Return where in the HTML the word at ``place`` ends."""
    run = next(run for run in reversed(runs) if run.at < place)
    left, at = place - run.at, run.start
    for piece in PIECE.finditer(run.raw):
        if left <= 0:
            break
        left -= 1 if piece.group().isspace() else len(unescape(piece.group()))
        at = run.start + piece.end()
    return at
