"""The comments of a page as HTML, of which most was made before.

A template takes half a millisecond for a comment, so it is asked once for each shape that a comment can have; what it
printed, with blanks where the comment's own words and numbers go, prints all comments of that shape. And what was
printed of a comment is remembered under everything that it is made of: its row, its place in the tree, the page's
language, zone and year, and whether one may still answer. So what is remembered is never out of date, there is nothing
to forget when something changes, and after one new comment a page is mostly a join.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from dateline.people.templatetags.moments import moment

from .models import Status
from .said import Said
from .tree import FLAT, Node

DEEP = FLAT + 1  # every level below looks like this one
KEPT = 4_096  # comments, of about 4 KB: sixteen pages at their fullest
SHAPES = 1_024
BREAK = "\ue000"  # in no template; what a comment says is filled in when it has done its work
LONG_AGO = datetime(1970, 3, 2, 3, 4, 5, tzinfo=UTC)  # a blank for an instant: nobody commented then


class Surroundings(NamedTuple):
    """What a comment's HTML depends on besides the comment; ``year`` is the running one.

    ``frame`` stands before addresses on pages that other sites frame.
    """

    is_closed: bool
    language: str
    zone: str
    year: int
    frame: str = ""


class Shape(NamedTuple):
    """What decides how a comment is printed, but for what is filled in. ``replies`` is counted where a fold says it."""

    status: str
    by_staff: bool
    badge: str
    is_edited: bool
    is_answer: bool
    level: int
    opens: bool
    closes: int
    replies: int
    left_out: int
    around: Surroundings


def print_nodes(nodes: list[Node], *, is_closed: bool, frame: str = "") -> SafeString:
    """Return the HTML of ``nodes`` in their order, in the language and zone that are active."""
    zone = timezone.get_current_timezone()
    around = Surroundings(is_closed, translation.get_language() or "", str(zone), timezone.localtime().year, frame)
    printed = _printed.__wrapped__ if settings.DEBUG else _printed  # templates are read anew in DEBUG
    return mark_safe(
        "".join(
            [
                printed(node.comment, min(node.level, DEEP), node.opens, node.closes, node.left_out, around)
                for node in nodes
            ]
        )
    )


def forget_printed() -> None:
    """Forget what was printed, for who measures printing."""
    _printed.cache_clear()


@lru_cache(maxsize=KEPT)
def _printed(comment: Said, level: int, opens: bool, closes: int, left_out: int, around: Surroundings) -> str:
    replies = comment.descendant_count if opens else 0
    said = (comment.status, comment.by_staff, comment.badge, bool(comment.edited_at), bool(comment.answers))
    shape = Shape(*said, level, opens, closes, replies, left_out, around)
    pattern = (_pattern.__wrapped__ if settings.DEBUG else _pattern)(shape)
    words = {
        "pk": str(comment.pk),
        "parent_id": str(comment.parent_id),
        "root_id": str(comment.root_id),
        "author_name": conditional_escape(comment.author_name),
        "parent_name": conditional_escape(comment.parent_name or ""),
        "html": comment.html,
        "up": str(localize(comment.up)),
        "down": str(localize(comment.down)),
        "second": str(int(comment.created_at.timestamp())),
        "moment": _moment(int(comment.created_at.timestamp()), around),
    }
    return "".join([words[piece] if is_blank else piece for is_blank, piece in pattern])


@lru_cache(maxsize=SHAPES)
def _pattern(shape: Shape) -> list[tuple[bool, str]]:
    """Return the pieces of a comment of this shape: words of the template, and names of what is filled in."""
    names = ("pk", "parent_id", "root_id", "author_name", "html", "up", "down", "parent_name")
    blank = Said(
        **dict.fromkeys(Said._fields, ""),  # type: ignore[arg-type]  # a template prints whatever it is given
    )._replace(
        **{name: f"{BREAK}{name}{BREAK}" for name in names},  # type: ignore[arg-type]
        status=shape.status,
        by_staff=shape.by_staff,
        badge=shape.badge,
        edited_at=LONG_AGO if shape.is_edited else None,
        parent_status=Status.PUBLISHED if shape.is_answer else None,
        created_at=LONG_AGO,
        descendant_count=shape.replies,
    )
    node = Node(blank, shape.level, shape.opens, shape.closes, shape.left_out)
    page = get_template("discussion/_node.html").render(
        {"comment": blank, "node": node, "reading": shape.around, "frame": shape.around.frame}
    )
    page = page.replace(moment(LONG_AGO, "short"), f"{BREAK}moment{BREAK}")
    page = page.replace(f'"{int(LONG_AGO.timestamp())}"', f'"{BREAK}second{BREAK}"')
    return [(number % 2 == 1, piece) for number, piece in enumerate(page.split(BREAK))]


@lru_cache(maxsize=KEPT)
def _moment(second: int, _around: Surroundings) -> str:
    return str(moment(datetime.fromtimestamp(second, UTC), "short"))
