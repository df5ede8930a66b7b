"""``{% meter %}`` and ``{% ask page %}``: how much, and would you."""

from __future__ import annotations

from typing import Any, cast

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import get_language

from dateline.funding.actions import drive_at
from dateline.funding.asking import presets
from dateline.funding.bank.sentence import Sentence
from dateline.funding.meter import meter_of
from dateline.funding.said import in_words
from dateline.lib.money import Money

METER = "dateline.funding.meter"
register = template.Library()


@register.inclusion_tag("funding/_meter.html", takes_context=True)
def meter(context: Context) -> dict[str, Any]:
    """This month's meter; nothing at all before the first drive. Two queries."""
    return _running(context)


@register.inclusion_tag("funding/_bar.html")
def bar(meter: Any) -> dict[str, Any]:
    """The bar alone, of any drive."""
    return {"meter": meter}


@register.inclusion_tag("funding/_ask.html", takes_context=True)
def ask(context: Context, page: Any = None) -> dict[str, Any]:
    """The ask below a report: purpose, three amounts, and from which page it was asked."""
    found = _running(context)
    url = getattr(page, "url", None) or ""
    if found["meter"]:
        found |= {"presets": presets(found["meter"].drive.currency)[:3], "page": url}
        found |= {"newsroom": context.get("newsroom")}
    return found


@register.inclusion_tag("funding/_raised.html", takes_context=True)
def raised(context: Context) -> dict[str, Any]:
    """What the ask says of the drive as it stands: the bar, and how much of how much."""
    return _running(context)


@register.filter
def money(value: Money) -> str:
    """Write an amount in the language of the page."""
    return value.text(get_language() or "en")


@register.filter
def said(sentence: Sentence) -> str:
    """Write a sentence of the bank's readers in the language of the page."""
    return in_words(sentence)


@register.filter
def minor(amount: int, currency: str) -> str:
    """Write minor units of a currency in the language of the page."""
    return money(Money(amount, currency))


@register.filter
def along(position: float, rtl: bool) -> float:
    """Turn a position on the bar into one from the left; bars grow from the right where people read from there."""
    return round(100 - position, 2) if rtl else position


@register.filter
def anchor(x: float, rtl: bool) -> str:
    """Keep the labels at the bar's ends inside it. SVG's start and end follow the direction of the text."""
    if x <= 8:
        return "end" if rtl else "start"
    if x >= 92:
        return "start" if rtl else "end"
    return "middle"


def _running(context: Context) -> dict[str, Any]:
    """Return the meter of now, or none; asked for once a page, so that its meter and its ask agree."""
    page = cast("dict[str, Any]", context.render_context.dicts[0])  # one for the whole page, includes too
    if METER not in page:
        now = timezone.now()
        drive = drive_at(now=now)
        page[METER] = meter_of(drive, now) if drive else None
    return {"meter": page[METER]}
