"""``{% thread page %}``, ``{% comment_count page %}`` and, for lists, ``{% comment_counts pages as counts %}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from wagtail.models import Page

from ..models import Thread
from ..printing import print_nodes
from ..reading import ThreadPage, read_thread
from ..reasons import in_our_words

register = template.Library()


@register.inclusion_tag("discussion/_thread.html")
def thread(page: Page) -> dict[str, Any]:
    """Print the discussion below ``page``: its first page, newest first, with the form. The same for every reader."""
    return {"page": page, "reading": read_thread(page)}


@register.simple_tag(takes_context=True)
def branches(context: Context, reading: ThreadPage) -> SafeString:
    """Print the comments of a page of a thread, or of a branch."""
    return print_nodes(reading.nodes, is_closed=reading.is_closed, frame=context.get("frame") or "")


@register.simple_tag
def comment_count(page: Page) -> int:
    """Print how many published comments stand below ``page``; one query."""
    return Thread.objects.totals([page]).get(page.pk, 0)


@register.simple_tag
def comment_counts(pages: Iterable[Page]) -> dict[int, int]:
    """Return the counts of many pages by page id, in one query; read them with ``counts|of_page:page``."""
    pages = list(pages)
    return Thread.objects.totals(pages)


@register.filter
def of_page(counts: dict[int, int], page: Page) -> int:
    """Take one page's count out of ``comment_counts``; 0 where nobody has written."""
    return counts.get(page.pk, 0)


@register.filter
def told(reason: dict[str, Any]) -> str:
    """Tell a moderator why screening spoke up, in the language of the page; old reasons as they were kept."""
    return in_our_words(reason)
