"""What a page says above its comments: their heading, often with their number."""

from __future__ import annotations

import re

from .lines import Ledger, Line

NAMES = r"comments?|discussions?|replies|responses|conversation|reactions"
HEADING = re.compile(
    rf"(?:(?P<before>\d[\d,.]*|no|all|the|join the|leave a|reader|readers['’]) )?(?:{NAMES})"
    r"(?: ?\(?(?P<after>\d[\d,.]*)\)?)?:?",
    re.IGNORECASE,
)


def take_headings(article: list[Line], ledger: Ledger) -> tuple[list[Line], int | None]:
    """Take the headings of the comments off the end of ``article``; return what is left, and how many they announce.

    The number is None where none is said. The first line is the headline, whatever it is called.
    """
    left, announced = list(article), None
    while len(left) > 1 and (match := HEADING.fullmatch(" ".join(left[-1].words.split()))):
        ledger.drop(left.pop(), "the heading of the comments")
        number = "".join(filter(str.isdecimal, match["before"] or match["after"] or ""))
        announced = int(number) if number else announced
    return left, announced
