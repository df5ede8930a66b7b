"""The comments of a page as HTML, of which most was made before.

What is printed of a comment is remembered under everything that it is made of: its row, its place in the tree, the
page's language, zone and year, and whether one may still answer. So what is remembered is never out of date, there is
nothing to forget when something changes, and after one new comment a page is mostly a join.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from .said import Said
from .tree import FLAT, Node

DEEP = FLAT + 1  # every level below looks like this one
KEPT = 8_192  # comments, of about 4 KB: thirty pages at their fullest


class Surroundings(NamedTuple):
    """What a comment's HTML depends on besides the comment; ``year`` is the running one."""

    is_closed: bool
    language: str
    zone: str
    year: int


def print_nodes(nodes: list[Node], *, is_closed: bool) -> SafeString:
    """Return the HTML of ``nodes`` in their order, in the language and zone that are active."""
    zone = timezone.get_current_timezone()
    around = Surroundings(is_closed, translation.get_language() or "", str(zone), timezone.localtime().year)
    printed = _printed.__wrapped__ if settings.DEBUG else _printed  # templates are read anew in DEBUG
    return mark_safe(
        "".join(
            [
                printed(node.comment, min(node.level, DEEP), node.opens, node.closes, node.left_out, around)
                for node in nodes
            ]
        )
    )


@lru_cache(maxsize=KEPT)
def _printed(comment: Said, level: int, opens: bool, closes: int, left_out: int, around: Surroundings) -> str:
    node = Node(comment, level, opens, closes, left_out)
    return get_template("discussion/_node.html").render({"comment": comment, "node": node, "reading": around})
