"""Comments with what a newsroom would have decided, from data sets that no shipped weight has learned from."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ..learning import Decision, Kind
from ..train.sources import news_comments

Pairs = list[tuple[str, bool]]
NEWS = "conversationai+unhealthy-conversations/corpus/val.csv"
GAMBLING = (
    "Yusufislam-id+comment-spam-gambling-detection/datasets/kaggle/gambling-comments-from-youtube-platform/rawdata.csv"
)


def below_news(folder: Path) -> Pairs:
    """English comments below news; one in twenty-three was found antagonising or hostile by most who read it."""
    return list(news_comments(folder / NEWS))


def gambling(folder: Path) -> Pairs:
    """Indonesian comments below videos; three in four are advertising for gambling."""
    with (folder / GAMBLING).open(encoding="utf-8", newline="") as rows:
        return [(row["Comments"], row["Label"] == "1") for row in csv.DictReader(rows)]


STREAMS: dict[Kind, Callable[[Path], Pairs]] = {"abuse": below_news, "spam": gambling}


def stream(kind: Kind, pairs: Pairs, seed: int) -> list[Decision]:
    """Return them as decisions in an order that ``seed`` draws; each by an author of its own."""
    order = np.random.default_rng(seed).permutation(len(pairs))
    return [Decision(pairs[place][0], pairs[place][1], kind, number=number) for number, place in enumerate(order)]
