"""Sheets of A4 to write on: text in any script at a place, in a width, beginning or ending there.

Millimetres throughout, from the side on which the language of the page begins. The library is loaded with the first
statement: it takes a second and 50 MiB (docs/decisions/0026).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from .faces import own_files
from .lines import Run, runs_of

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 20.0
INNER = WIDTH - 2 * MARGIN
POINT = 25.4 / 72  # millimetres


class Place(NamedTuple):
    """Where a text goes: how far in, how wide, and whether it ends there (``end``) instead of beginning."""

    inset: float
    width: float
    end: bool = False


class Paper:
    """A PDF that grows. ``day`` is the only date in it, so that the same text makes the same bytes."""

    def __init__(self, *, title: str, author: str, language: str, is_rtl: bool, day: date) -> None:
        self.is_rtl = is_rtl
        self.pdf = library().FPDF(format="A4", unit="mm")
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.pdf.set_title(title)
        self.pdf.set_author(author)
        self.pdf.set_lang(language)
        self.pdf.set_creator("Dateline")
        self.pdf.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC))
        self.known = set(own_files())
        for (family, style), path in own_files().items():
            self.pdf.add_font(family, style, path)

    def page(self) -> None:
        """Begin another page."""
        self.pdf.add_page()

    def rule(self, y: float, *, grey: int = 170) -> None:
        """Draw a hairline over the measure."""
        self.pdf.set_draw_color(grey)
        self.pdf.set_line_width(0.2)
        self.pdf.line(MARGIN, y, WIDTH - MARGIN, y)

    def write(self, text: str, place: Place, y: float, *, size: float = 10, bold: bool = False, grey: int = 0) -> None:
        """Write one line whose top is at ``y``; size in points, grey from 0 (black) to 255."""
        runs = runs_of(text)
        widths = [self._measure(run, size, bold) for run in runs]
        left = MARGIN + place.inset
        if self.is_rtl:
            left = WIDTH - MARGIN - place.inset - place.width
        if place.end != self.is_rtl:
            left += place.width - sum(widths)
        self.pdf.set_text_color(grey)
        for run, width in zip(runs, widths, strict=True):
            self._measure(run, size, bold)  # sets the font and the direction
            self.pdf.set_xy(left, y)
            self.pdf.cell(width, size * POINT * 1.3, run.text)
            left += width

    def wrap(self, text: str, width: float, *, size: float = 10, bold: bool = False) -> list[str]:
        """Return ``text`` in lines of at most ``width``; a word that is longer than a line is broken anywhere."""
        lines: list[str] = []
        for paragraph in text.splitlines():
            if self.width_of(paragraph, size, bold) <= width:
                lines.append(paragraph)
                continue
            line = ""
            for word in paragraph.split(" "):
                for piece in self._pieces(word, width, size, bold):
                    longer = f"{line} {piece}" if line else piece
                    if line and self.width_of(longer, size, bold) > width:
                        lines.append(line)
                        longer = piece
                    line = longer
            lines.append(line)
        return lines

    def width_of(self, text: str, size: float, bold: bool) -> float:
        """Return how wide a line is."""
        return sum(self._measure(run, size, bold) for run in runs_of(text))

    def bytes(self) -> bytes:
        """Return the file; nothing can be written after."""
        whole = bytes(self.pdf.output())
        for font in self.pdf.fonts.values():
            font.ttfont.close()  # the library leaves its files open
        return whole

    def _pieces(self, word: str, width: float, size: float, bold: bool) -> list[str]:
        """Return a word as it is, or in pieces that fit."""
        pieces, whole = [], self.width_of(word, size, bold)
        while whole > width:
            fits = max(1, int(len(word) * width / whole))
            while fits > 1 and self.width_of(word[:fits], size, bold) > width:
                fits -= 1
            pieces.append(word[:fits])
            word = word[fits:]
            whole = self.width_of(word, size, bold)
        return [*pieces, word]

    def _measure(self, run: Run, size: float, bold: bool) -> float:
        """Set the font and the direction of a run, and return its width."""
        style = "B" if bold and (run.family, "B") in own_files() else ""
        if (run.family, style) not in self.known:
            self.pdf.add_font(run.family, "", Path(run.family))  # one of the machine's, called by its path
            self.known.add((run.family, style))
        self.pdf.set_font(run.family, style, size)
        self.pdf.set_text_shaping(True, direction="rtl" if run.is_rtl else "ltr")
        return float(self.pdf.get_string_width(run.text))


@cache
def library() -> Any:
    """Return the library that writes PDFs."""
    return import_module("fpdf")
