"""The pieces of pages that are made once for all pages which show them: the meter, a thread, how much was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from wagtail.models import Page

from dateline.discussion.models import Thread
from dateline.people.models import Newsroom

EVERYWHERE = "frame"


class NoSuchPart(LookupError):
    """No part has this name, or what it was about is gone. The page that shows it has to be rendered as a whole."""


def render_part(name: str) -> str:
    """Return the part ``name`` just as a page's template prints it. Raises NoSuchPart."""
    kind, _colon, key = name.partition(":")
    if kind not in PARTS:
        raise NoSuchPart(name)
    template, context_of, _tags = PARTS[kind]
    return render_to_string(template, {"newsroom": Newsroom.load(), **context_of(key)})


def tags_of_part(name: str) -> frozenset[str]:
    """Return what the part ``name`` hangs on."""
    kind, _colon, key = name.partition(":")
    return frozenset({EVERYWHERE, *(tag.format(key=key) for tag in PARTS[kind][2])})


def _nothing(_key: str) -> dict[str, Any]:
    return {}


def _page(key: str) -> dict[str, Any]:
    """The public page that a part belongs to."""
    page = Page.objects.live().public().filter(pk=key).first()
    if page is None:
        raise NoSuchPart(key)
    return {"page": page}


def _said(key: str) -> dict[str, Any]:
    """How many comments stand below a page, which lists call a report."""
    page = _page(key)["page"]
    return {"report": page, "said": Thread.objects.totals([page]).get(page.pk, 0)}


PARTS: dict[str, tuple[str, Callable[[str], dict[str, Any]], tuple[str, ...]]] = {
    "meter": ("front/_meter_slot.html", _nothing, ("money", "drive")),
    "thread": ("front/_thread_slot.html", _page, ("thread:{key}", "page:{key}")),
    "said": ("front/_said.html", _said, ("thread:{key}", "page:{key}")),
    "told": ("front/_told.html", _said, ("thread:{key}", "page:{key}")),
}
