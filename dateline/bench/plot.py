"""A figure of one trial as bars, one group for each case: a picture for docs/performance.md, drawn in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from .summary import number

WIDTH, LABEL, BAR, GAP, HEAD = 760, 200, 18, 14, 34
COLOURS = ("#1f5673", "#8a8f98", "#4f9d8a", "#c27c3a", "#a04a4a")
STYLE = "font: 13px sans-serif; fill: #222"


def bars(result: dict[str, Any], figure: str) -> str:
    """Return an SVG of ``figure`` for each case and subject of a trial's result that has it."""
    rows = [row for row in result["rows"] if figure in row["figures"]]
    cases = list(dict.fromkeys(row["case"] for row in rows))
    colours = dict(zip(dict.fromkeys(row["subject"] for row in rows), COLOURS * 3, strict=False))
    most = max((row["figures"][figure] for row in rows), default=0.0) or 1.0
    height = HEAD + len(rows) * BAR + len(cases) * (BAR + GAP)
    lines = list(_drawn(rows, cases, colours, figure, most))
    title = escape(f"{result['trial']}: {figure}")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{title}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            f'<text x="8" y="20" style="{STYLE}; font-weight: bold">{title}</text>',
            *lines,
            "</svg>\n",
        ]
    )


def _drawn(
    rows: list[dict[str, Any]], cases: list[str], colours: dict[str, str], figure: str, most: float
) -> Iterator[str]:
    top = HEAD
    for case in cases:
        yield f'<text x="8" y="{top + 14}" style="{STYLE}; fill: #666">{escape(case)}</text>'
        top += BAR
        for row in (row for row in rows if row["case"] == case):
            value = row["figures"][figure]
            long = (WIDTH - LABEL - 90) * value / most
            place, colour, name = f'y="{top + 13}" style="{STYLE}"', colours[row["subject"]], escape(row["subject"])
            yield f'<text x="{LABEL - 8}" text-anchor="end" {place}>{name}</text>'
            yield f'<rect x="{LABEL}" y="{top + 2}" width="{long:.1f}" height="{BAR - 4}" fill="{colour}"/>'
            yield f'<text x="{LABEL + long + 6:.1f}" {place}>{number(value)}</text>'
            top += BAR
        top += GAP
