"""The one way to print an instant."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import moments

register = template.Library()


@register.simple_tag
def moment(at: datetime | None, form: str = "full") -> SafeString | str:
    """Print an instant as a ``<time>``. Forms: ``full``, ``short``, ``day``, ``short_day``, ``hour``."""
    if at is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', iso(at), in_words(at, form))


@register.filter
def in_words(at: datetime, form: str) -> str:
    """An instant in one of the forms of ``moment``, without the element."""
    if form in ("short", "short_day"):
        return str(getattr(moments, form)(at, timezone.now()))
    return {"full": moments.full, "day": moments.day, "hour": moments.hour}[form](at)


@register.filter
def iso(at: datetime | None) -> str:
    """An instant as ISO 8601 with the newsroom's offset, to the second."""
    return "" if at is None else moments.stamp(at)
