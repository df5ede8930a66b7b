"""``python -m dateline.screening.rehearsal DATA_DIR``: draw the learning curves of docs/learning.md, print their table.

Abuse is rehearsed with comments below news, spam with comments of a language and a trade that the shipped head has not
seen. Each is put in several orders; what is measured has never been decided before it is measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..model.heads import heads
from .curve import NAMES, Stop, curve, mean
from .hostile import Harm, harms
from .plot import drawing
from .streams import STREAMS, stream

TITLES = {"abuse": "Abuse: comments below news", "spam": "Spam: gambling, in Indonesian"}
HEADINGS = ("decisions", "shipped", "both", "own alone", "who speaks", "held", "caught", "own speaks in")


def main() -> int:
    """Rehearse, draw and print."""
    parser = argparse.ArgumentParser(prog="python -m dateline.screening.rehearsal", description=(__doc__ or "").strip())
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="the folder with the data sets")
    parser.add_argument("--to", type=Path, default=Path("docs/measured"), help="where the drawing goes")
    parser.add_argument("--orders", type=int, default=3, help="in how many orders decisions are made")
    wanted = parser.parse_args()
    panels = {}
    for kind, pairs_of in STREAMS.items():
        pairs = pairs_of(wanted.data)
        stops = mean([curve(kind, stream(kind, pairs, order), heads(), _told) for order in range(wanted.orders)])
        panels[TITLES[kind]] = stops
        print(f"### {TITLES[kind]}\n\n{table(stops, wanted.orders)}\n")  # noqa: T201
        print(f"{harm_table(harms(kind, stream(kind, pairs, 0), heads()))}\n")  # noqa: T201
    (wanted.to / "learning.svg").write_text(drawing(panels), encoding="utf-8")
    return 0


def table(stops: Sequence[Stop], orders: int) -> str:
    """Return the figures as a table for people."""
    rows = [f"| {' | '.join(HEADINGS)} |", "|" + "---:|" * len(HEADINGS)]
    for stop in stops:
        ranks = " | ".join(f"{stop.ranks[name]:.3f}".removeprefix("0") for name in NAMES)
        speaks = f"{stop.own_speaks * orders:.0f} of {orders}"
        rows.append(f"| {stop.decisions:,} | {ranks} | {stop.held:.1f} | {stop.caught:.0%} | {speaks} |")
    return "\n".join(rows)


def harm_table(found: Sequence[Harm]) -> str:
    """Return what hostile accounts do as a table for people."""
    rows = ["| hostile | honest decisions | moved, at most | held | caught |", "|---|---:|---:|---:|---:|"]
    for harm in found:
        held, caught = "{:.1f} → {:.1f}".format(*harm.held), "{:.0%} → {:.0%}".format(*harm.caught)
        rows.append(f"| {harm.attack} | {harm.decisions:,} | {harm.moved:.2f} | {held} | {caught} |")
    return "\n".join(rows)


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
