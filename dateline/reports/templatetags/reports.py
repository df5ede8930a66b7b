"""What templates of reports may ask for."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from dateline.people.templatetags.moments import iso, moment

from ..addresses import absolute
from ..darkroom import printed
from ..jsonld import as_script
from ..models import Picture, ReportPage

register = template.Library()
register.simple_tag(moment)
register.filter(iso)


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


@register.inclusion_tag("reports/_pagination.html")
def pagination(leaf: Any, query: str = "") -> dict[str, Any]:
    """Links to the pages before and after; ``query`` is what else the address carries."""
    return {"leaf": leaf, "prefix": f"{query}&" if query else ""}
