"""What templates of reports may ask for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dateline.people import moments
from dateline.people.templatetags.moments import iso, moment

from ..addresses import absolute
from ..claim_map import inline_map, report_sheet
from ..claims_ld import situation_node
from ..darkroom import printed
from ..jsonld import as_script, script_of
from ..marking import Mark, marked
from ..models import Picture, ReportPage
from ..shown import Shown, of_report

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
    return as_script(page, newsroom, claims_of(page))


@register.simple_tag
def print_picture(picture: Picture, shape: str, **attributes: Any) -> SafeString:
    """A picture in the sizes of a shape (``dateline.reports.darkroom``) that are ready; makes none."""
    return printed(picture, shape, attributes)


@register.inclusion_tag("reports/_pagination.html")
def pagination(leaf: Any, query: str = "") -> dict[str, Any]:
    """Links to the pages before and after; ``query`` is what else the address carries."""
    return {"leaf": leaf, "prefix": f"{query}&" if query else ""}


@register.simple_tag
def claims_of(page: ReportPage) -> list[Shown]:
    """What readers see of the report's claims now, in the order of its text; asked for once for a page."""
    kept: dict[str, Any] = page.__dict__
    if "_claims" not in kept:
        kept["_claims"] = of_report(page.pk, timezone.now()) if page.pk else []
    return list(kept["_claims"])


@register.simple_tag
def claim_anchor(claims: list[Shown], number: int) -> str:
    """The id of the entry with a number."""
    return next(claim.anchor for claim in claims if claim.number == number)


@register.filter
def when_below(claim: Shown, label: str) -> str:
    """The claim's time below a heading that has said the day already."""
    if claim.begins and claim.when == moments.full(claim.begins) and moments.day(claim.begins) == label:
        return moments.hour(claim.begins)
    return "" if claim.when == label else claim.when


@register.filter
def with_claim_marks(html: str, claims: list[Shown]) -> SafeString:
    """The report's HTML with a number behind each sentence that a claim rests on, leading to the claim's entry."""
    marks = [
        Mark(
            claim.said["quote"],
            format_html(
                '<a class="claim-mark claim-mark--{}" id="{}-said" href="#{}" aria-label="{}">{}</a>',
                claim.word,
                claim.anchor,
                claim.anchor,
                _("Claim %(number)s: %(certainty)s") % {"number": claim.number, "certainty": claim.certainty},
                claim.number,
            ),
        )
        for claim in claims
        if claim.said["quote"]
    ]
    return mark_safe(marked(html, marks))


@register.simple_tag
def claim_pin(
    latitude: float, longitude: float, radius_km: float | None = None, name: str = "", standing: str = ""
) -> SafeString:
    """A small map with a pin, filled once it is confirmed; fetched when its row comes into sight."""
    place = urlencode(
        {"lat": f"{latitude:.4f}", "lon": f"{longitude:.4f}", "km": f"{radius_km or 0:.1f}", "is": standing}
    )
    return format_html(
        '<img src="{}?{}" width="220" height="150" loading="lazy" decoding="async" alt="{}">',
        reverse("reports_claim_pin"),
        place,
        _("Map: %(place)s, %(latitude).2f, %(longitude).2f")
        % {"place": name, "latitude": latitude, "longitude": longitude},
    )


@register.filter
def unlocalize_number(value: float) -> str:
    """A coordinate as SVG reads it, whatever the language's decimal mark."""
    return f"{value:g}"


@register.simple_tag
def ledger_head(view: Any, order: str, label: str) -> SafeString:
    """The head of a column, a link that sorts by it."""
    query = urlencode(({"at": view.shown_day.isoformat()} if view.at else {}) | {"order": order})
    sorted_by = mark_safe(' aria-sort="ascending"') if view.order == order else ""
    link = '<th scope="col"{}><a href="?{}#ledger" rel="nofollow">{}</a></th>'
    return format_html(link, sorted_by, query, label)


@register.simple_tag
def situation_json_ld(page: Any, view: Any, newsroom: Any) -> SafeString:
    """The situation's structured data: a Dataset of claims, with where it can be had."""
    return script_of(situation_node(page, view.claims, newsroom))


@register.simple_tag
def claims_map(page: ReportPage, claims: list[Shown]) -> SafeString:
    """The report's claims on a map, each marker leading to its entry; nothing where none has a place."""
    return mark_safe(inline_map(claims, report_sheet(page), f"claims-{page.pk}"))
