"""The pieces of pages that are made once for all pages which show them: the meter, a thread, how much was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.template.loader import render_to_string
from wagtail.models import Page

from dateline.discussion.actions import WRITING
from dateline.discussion.models import Thread
from dateline.people.models import Newsroom

EVERYWHERE = "frame"


class Kind(NamedTuple):
    """What prints a part, what it hangs on (``{key}`` is the number of its page), and what it is told of its page."""

    template: str
    tags: tuple[str, ...]
    has_page: bool = True
    says_how_much: bool = False


OF_THREAD = ("thread:{key}", "page:{key}")
KINDS = {
    "meter": Kind("front/_meter_slot.html", ("money", "drive"), has_page=False),
    "raised": Kind("funding/_raised_slot.html", ("money", "drive"), has_page=False),
    "thread": Kind("front/_thread_slot.html", (*OF_THREAD, WRITING)),
    "said": Kind("front/_said.html", OF_THREAD, says_how_much=True),
    "told": Kind("front/_told.html", OF_THREAD, says_how_much=True),
}


def render_parts(names: Iterable[str], newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    """Give each part just as a page's template prints it; none for a name that is none, or whose page is no more.

    Parts of one page, and those of many, share what they read.
    """
    split = [(name, *name.partition(":")[::2]) for name in names]
    asked = [(name, KINDS[kind], key) for name, kind, key in split if kind in KINDS]
    pages = _pages({key for _name, kind, key in asked if kind.has_page})
    said = Thread.objects.totals(pages.values()) if any(kind.says_how_much for _name, kind, _key in asked) else {}
    for name, kind, key in asked:
        page = pages.get(key)
        if page or not kind.has_page:
            context = {"newsroom": newsroom, "page": page, "report": page, "said": said.get(page.pk, 0) if page else 0}
            yield name, render_to_string(kind.template, context)


def tags_of_part(name: str) -> frozenset[str]:
    """Return what the part ``name`` hangs on."""
    kind, _colon, key = name.partition(":")
    return frozenset({EVERYWHERE, *(tag.format(key=key) for tag in KINDS[kind].tags)})


def _pages(keys: set[str]) -> dict[str, Page]:
    """The public ones of some pages, by their numbers as parts name them."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    return {str(page.pk): page for page in Page.objects.live().public().filter(pk__in=numbers)} if numbers else {}
