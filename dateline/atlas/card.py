"""A card in type for shares: the newsroom's name, a headline, place and day. For pages that are nothing but words."""

from __future__ import annotations

import unicodedata
from itertools import count

from dateline.lib.raster import png_of

from .drawing.palette import LIGHT
from .drawing.sheet import SHAPES
from .drawing.svg import el, words
from .drawing.text import text_width, wrapped

SANS, SERIF = "'Source Sans Pro',sans-serif", "'Source Serif Pro',serif"
BOLD = 1.04  # how much wider a bold serif runs than the sans that widths are reckoned for
SMALLEST = 34
LONGEST = 400  # characters of a headline that are looked at; what does not fit is cut with an ellipsis


def draw_card(
    *, title: str, name: str, kicker: str = "", footer: str = "", size: str = "og", accent: str = ""
) -> bytes:
    """Draw a PNG in one of the shapes (og, 1x1, 4x3, 16x9). The headline is as large as its length allows."""
    width, height = SHAPES[size].width, SHAPES[size].height
    return png_of(card_svg(title, name, kicker, footer, (width, height), accent or LIGHT["mark"]))


def card_svg(title: str, name: str, kicker: str, footer: str, size: tuple[float, float], accent: str) -> str:
    """The card as SVG: name between two rules, kicker, headline, footer; mirrored for a right-to-left headline."""
    width, height = size
    edge, rtl = width * 0.06, reads_from_right(title)
    start, anchor = (width - edge, "end") if rtl else (edge, None)

    def line(text: str, y: float, size: float, colour: str, family: str, weight: int) -> str:
        return el(
            "text",
            words(text),
            x=start,
            y=y,
            font_size=size,
            fill=colour,
            font_family=family,
            font_weight=weight,
            text_anchor=anchor,
        )

    top = edge + 34
    body_top = top + 74 + (52 if kicker else 0)
    letters, rows = fitted(title, width - 2 * edge, height - body_top - edge - 60)
    parts = [
        el("rect", width="100%", height="100%", fill=LIGHT["paper"]),
        el("rect", width=width, height=14, fill=accent),
        line(name, top, 38, LIGHT["ink"], SERIF, 700),
        el("rect", x=edge, y=top + 22, width=width - 2 * edge, height=2, fill=LIGHT["ink"]),
        line(kicker, top + 84, 30, accent, SANS, 600) if kicker else "",
        *(
            line(row, body_top + letters * (0.86 + 1.12 * index), letters, LIGHT["ink"], SERIF, 700)
            for index, row in enumerate(rows)
        ),
        line(footer, height - edge, 28, LIGHT["ink-soft"], SANS, 400) if footer else "",
    ]
    return el(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        direction="ltr",
    )


def fitted(title: str, width: float, height: float) -> tuple[float, list[str]]:
    """The largest letters in which a headline fits its room, and its lines; at the smallest it is cut."""
    text = " ".join(title.split())[:LONGEST]
    for letters in (96, 84, 74, 66, 58, 50, 44, 38, SMALLEST):
        rows = wrapped(text, letters * BOLD, width)
        most = int(height / (letters * 1.12))
        whole = all(text_width(word, letters * BOLD) <= width for word in text.split()) or letters <= 58
        if len(rows) <= min(most, 8) and whole:
            return float(letters), rows
    return float(SMALLEST), cut_short(rows, max(1, most), SMALLEST * BOLD, width)


def cut_short(rows: list[str], most: int, letters: float, width: float) -> list[str]:
    """The first rows, the last of them ending in an ellipsis."""
    if len(rows) <= most:
        return rows
    last = next(
        rows[most - 1][: len(rows[most - 1]) - cut] + "…"
        for cut in count()
        if text_width(rows[most - 1][: len(rows[most - 1]) - cut] + "…", letters) <= width
    )
    return [*rows[: most - 1], last]


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction belongs to a right-to-left script."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
