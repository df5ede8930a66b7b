"""What templates of reports may ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..addresses import absolute
from ..darkroom import printed
from ..jsonld import as_script
from ..models import Picture, ReportPage, SectionPage
from ..moments import in_words, local, offset_in_words

register = template.Library()


@register.simple_tag
def moment(at: datetime | None, offset: bool = True) -> SafeString | str:
    """Print an instant as a ``<time>`` in the newsroom's zone, with its offset said in words unless told not to."""
    if at is None:
        return ""
    words = f"{in_words(at)} ({offset_in_words(at)})" if offset else in_words(at)
    return format_html('<time datetime="{}">{}</time>', iso(at), words)


@register.filter
def iso(at: datetime | None) -> str:
    """An instant as ISO 8601 with the newsroom's offset, to the second."""
    return "" if at is None else local(at).isoformat(timespec="seconds")


@register.filter(name="absolute")
def absolute_filter(path: str) -> str:
    """A path of this site as a whole address."""
    return absolute(path)


@register.simple_tag
def report_json_ld(page: ReportPage, newsroom: Any) -> SafeString:
    """The report's structured data as a ``<script type="application/ld+json">``; data, so no policy forbids it."""
    return as_script(page, newsroom)


@register.simple_tag
def print_picture(picture: Picture, shape: str, **attributes: Any) -> SafeString:
    """A picture in the sizes of a shape (``dateline.reports.darkroom``) that are ready; makes none."""
    return printed(picture, shape, attributes)


@register.simple_tag
def sections() -> Iterable[SectionPage]:
    """The sections that the navigation names."""
    return SectionPage.objects.in_masthead()


@register.inclusion_tag("reports/_pagination.html")
def pagination(leaf: Any, query: str = "") -> dict[str, Any]:
    """Links to the pages before and after; ``query`` is what else the address carries."""
    return {"leaf": leaf, "prefix": f"{query}&" if query else ""}
