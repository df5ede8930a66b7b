"""Whom it costs something: clean comments that name a group of people or are written in a dialect, and others."""

from __future__ import annotations

from collections.abc import Iterator

from ..measure.folder import TWEETS
from ..measure.identities import RATES, Mentions
from ..measure.known import IDENTITIES, NEWS
from .seen import Seen
from .writing import percent, table

HEADINGS = ("clean comments", "held at the default", "where 5 % of all are held")
NAMING, OTHERS = (True,), (False,)  # a group of people, or none
DIALECT = f"{TWEETS}, dialect"
SMALL = 0.01  # a share that is told to one figure more


def cost_table(found: Seen) -> str:
    """Return the table; sets that are not in the folder have no row."""
    return table(HEADINGS, _rows(found.mentions))


def _rows(found: dict[str, Mentions]) -> Iterator[tuple[str, ...]]:
    if news := found.get(NEWS):
        yield _row("news, naming a group of people", news, NAMING)
        yield _row("news, naming none", news, OTHERS)
        yield "**ratio** (to reach: at most 2)", *_ratios(news)
    if sentences := found.get(IDENTITIES):
        yield _row("neutral identity sentences, to reach at most 17 %", sentences, NAMING + OTHERS)
    if tweets := found.get(DIALECT):
        yield _row("tweets called clean, in African American English and kindred spellings", tweets, NAMING)
        yield _row("tweets called clean, others", tweets, OTHERS)
        yield "**ratio**", *_ratios(tweets)


def _row(words: str, found: Mentions, sides: tuple[bool, ...]) -> tuple[str, ...]:
    number = sum(found.counts[side] for side in sides)
    shares = [sum(found.held[side, rate] for side in sides) / max(number, 1) for rate in RATES]
    return f"{words} ({number:,})", *(percent(share, 2 if share < SMALL else 1) for share in shares)


def _ratios(found: Mentions) -> Iterator[str]:
    for figures in (found.figures()[rate] for rate in RATES):
        yield "–" if figures["ratio"] is None else f"**{figures['ratio']:.2f}**"
