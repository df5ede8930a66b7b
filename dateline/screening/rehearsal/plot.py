"""The learning curves as a drawing that is read by day and by night."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from .curve import Stop

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 300, 56, 150, 40, 44
LINES = {
    "speaks": "who speaks",
    "stacked": "both together",
    "site": "the newsroom's decisions alone",
    "shipped": "the shipped model",
}
STYLE = """<style>
svg { --ink: #222; --faint: #666; --rule: #ddd; --ground: #fff; --speaks: #111; --stacked: #1f6f8b; --site: #b5651d;
 --shipped: #7a7f87; }
@media (prefers-color-scheme: dark) { svg { --ink: #eee; --faint: #aaa; --rule: #3a3a3a; --ground: #161616;
 --speaks: #fff; --stacked: #6cc3e0; --site: #e8a35c; --shipped: #9aa0a8; } }
text { font: 13px sans-serif; fill: var(--ink); } .faint { fill: var(--faint); } .title { font-weight: bold; }
path { fill: none; stroke-width: 2; } .rule { stroke: var(--rule); stroke-width: 1; } .speaks { stroke-dasharray: 2 4; }
</style>"""


def drawing(panels: Mapping[str, Sequence[Stop]]) -> str:
    """Return an SVG with one panel for each title."""
    height = HEIGHT * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>How well comments are ranked after so many decisions: {'; '.join(panels)}</title>",
        STYLE,
        f'<rect width="{WIDTH}" height="{height}" style="fill: var(--ground)"/>',
    ]
    for place, (title, stops) in enumerate(panels.items()):
        parts += [f'<g transform="translate(0 {place * HEIGHT})">', *_panel(title, stops), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _panel(title: str, stops: Sequence[Stop]) -> list[str]:
    low = min(min(stop.ranks.values()) for stop in stops)
    bottom = int(low * 20) / 20
    parts = [f'<text class="title" x="8" y="20">{title}</text>']
    for step in range(round((1 - bottom) / 0.05) + 1):
        rank = bottom + step * 0.05
        if step % 2 == 0:
            y = _y(rank, bottom)
            parts.append(f'<path class="rule" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>')
            parts.append(f'<text class="faint" text-anchor="end" x="{LEFT - 8}" y="{y + 4:.1f}">{rank:.2f}</text>')
    for stop in stops:
        if stop.decisions in (25, 50, 100, 200, 400, 1_000, 2_000, 4_000):
            x = _x(stop.decisions)
            parts.append(
                f'<text class="faint" text-anchor="middle" x="{x}" y="{HEIGHT - 22}">{stop.decisions:,}</text>'
            )
    parts.append(f'<text class="faint" x="{WIDTH - RIGHT + 42}" y="{HEIGHT - 22}">decisions</text>')
    return parts + _lines(stops, bottom)


def _lines(stops: Sequence[Stop], bottom: float) -> list[str]:
    parts, ends = [], sorted((_y(stops[-1].ranks[name], bottom), name) for name in LINES)
    for name in reversed(LINES):
        places = " ".join(f"{_x(stop.decisions)},{_y(stop.ranks[name], bottom)}" for stop in stops)
        parts.append(f'<path class="{name}" style="stroke: var(--{name})" d="M{places}"/>')
    at = 0.0
    for y, name in ends:
        at = max(y + 4, at + 16)
        words = LINES[name].removeprefix("the ").replace("newsroom's ", "")
        parts.append(f'<text style="fill: var(--{name})" x="{WIDTH - RIGHT + 8}" y="{at:.1f}">{words}</text>')
    return parts


def _x(decisions: int) -> float:
    share = (log2(decisions) - log2(25)) / (log2(4_000) - log2(25))
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(rank: float, bottom: float) -> float:
    return round(TOP + (1 - rank) / (1 - bottom) * (HEIGHT - TOP - BOTTOM), 1)
