"""What stands below each card to work with, printed once for each kind of card and filled in for each.

The forms of a card are alike but for a few numbers; a template takes milliseconds for them, and twenty cards
are a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import mark_safe

from .queue import Card

BREAK = "\ue000"  # in no template


class Shape(NamedTuple):
    """What decides which tools a card has. Where one is not a plain yes or no, it is the comment's own word."""

    status: str
    is_asked_about: bool
    is_restrainable: bool
    has_links: bool
    is_mine: bool
    is_others: bool


class Blank(NamedTuple):
    """What a template is given in place of a card's own values."""

    number: str = f"{BREAK}number{BREAK}"
    edit_mark: str = f"{BREAK}edit_mark{BREAK}"
    claim: str = f"{BREAK}claim{BREAK}"
    links: str = f"{BREAK}links{BREAK}"


BLANK = Blank()
LINK = (
    '<label class="card__link"><input type="checkbox" name="links" value="{}" checked> <bdi dir="ltr">{}</bdi></label>'
)


def lay_tools(cards: Sequence[Card], request: HttpRequest, choices: dict[str, Any]) -> None:
    """Give each of ``cards`` its ``tools`` as HTML; ``choices`` are the same for all of them."""
    patterns: dict[Shape, list[str]] = {}
    for card in cards:
        shape = Shape(
            card.comment.status,
            bool(card.flags) or card.comment.is_doubted,
            card.is_restrainable,
            bool(card.links) and not card.comment.is_withdrawn,
            card.is_mine,
            card.is_others,
        )
        if shape not in patterns:
            context = {"shape": shape, "blank": BLANK, "choices": choices}
            html = get_template("moderation/_tools.html").render(context, request)
            patterns[shape] = html.replace("/comments/0/", f"/comments/{BLANK.number}/").split(BREAK)
        card.tools = _filled(patterns[shape], card)


def _filled(pattern: list[str], card: Card) -> str:
    """Return the words of a pattern with a card's values in between: each second piece is a name."""
    values = {
        "number": str(card.comment.pk),
        "edit_mark": conditional_escape(card.comment.edit_mark),
        "claim": str(card.claim.pk if card.claim else ""),
        "links": format_html_join("", LINK, enumerate(link.address for link in card.links)),
    }
    return mark_safe("".join(values[piece] if at % 2 else piece for at, piece in enumerate(pattern)))
