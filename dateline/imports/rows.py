"""What a plan says, row by row; a row's words are whole here and cut where they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from django.urls import reverse

from dateline.lib.money import Money

from .record import Fate, LineFate, Meter, Post, Record


class Action(Enum):
    """What is done with a thing. A part goes the way of the row that it belongs to."""

    MAKE = "make"
    EXISTS = "exists"
    PART = "part"
    UNSURE = "unsure"
    DROPPED = "dropped"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the plan. ``line`` is where in the source it stands; 0 for what concerns all of it.

    ``words`` are the thing's own, in full; ``depth`` is a comment's, 1 for a root and 0 for what is none.
    """

    action: Action
    what: str
    detail: str
    line: int = 0
    words: str = ""
    depth: int = 0

    def as_dict(self) -> dict[str, Any]:
        """For ``--json``."""
        return {**asdict(self), "action": self.action.value}


def article_rows(post: Post, action: Action) -> Iterable[Row]:
    """Say the draft and all that will stand in it, for a person to see whether it was read right."""
    count = len(post.paragraphs)
    yield Row(action, "report", f"draft with {count} {'paragraph' if count == 1 else 'paragraphs'}", post.line)
    yield Row(Action.PART, "headline", "", post.line, post.headline)
    yield Row(Action.PART, "kicker", "" if post.category else "none was found", 0, post.category)
    for number, words in enumerate(post.paragraphs, 1):
        yield Row(Action.PART, f"paragraph {number}", "", 0, words)


def figure_rows(post: Post | None) -> list[Row]:
    """Say where pictures stood, for the editor to set them there again."""
    return [
        Row(
            Action.UNSURE,
            "picture",
            f"A picture stood after paragraph {figure.after}; add it in the editor",
            figure.line,
            figure.caption,
        )
        for figure in (post.figures if post else [])
    ]


def doubt_rows(record: Record) -> list[Row]:
    """Say what was read by a guess."""
    return [Row(Action.UNSURE, "line", doubt, line) for line, doubt in sorted(record.doubts)]


def lost_rows(record: Record) -> list[Row]:
    """Say each line that goes nowhere, but for words about pictures, which have rows of their own."""
    shown = {figure.line for figure in record.post.figures} if record.post else set()
    dropped = [line_row(Action.DROPPED, line) for line in record.lines_with(Fate.DROPPED) if line.number not in shown]
    return dropped + [line_row(Action.UNPLACED, line) for line in record.lines_with(Fate.UNPLACED)]


def line_row(action: Action, line: LineFate) -> Row:
    """Say a line that goes nowhere, with its own words, so that nothing is lost."""
    return Row(action, "line", line.why, line.number, line.text.strip())


def drive_words(meter: Meter) -> str:
    """Say the meter in one line: month, raised, goal, ticks."""
    ticks = ", ".join(str(Money(tick, meter.currency)) for tick in meter.ticks)
    raised, goal = Money(meter.raised, meter.currency), Money(max(meter.ticks), meter.currency)
    return f"{meter.month[0]}-{meter.month[1]:02}: {raised} of {goal} (ticks {ticks})"


def drive_address(meter: Meter) -> str:
    """Return where readers will find the drive of the meter's month."""
    return reverse("funding:drive", kwargs={"year": f"{meter.month[0]:04}", "month": f"{meter.month[1]:02}"})
