"""What every page's frame needs: its address, the sections, the accent."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils import timezone

from dateline.lib.depends import depend
from dateline.people.models import Newsroom
from dateline.reports.models import ReportPage, SectionPage, StandingPage
from dateline.reports.situations import Strip, running_strip

from ..theme import theme_version

LATEST = 4

register = template.Library()


@register.simple_tag(takes_context=True)
def canonical_url(context: Context) -> str:
    """The page's one address: no query but the leaf's number, which makes another page."""
    request = context.get("request")
    if request is None:
        return settings.BASE_URL + "/"
    leaf = request.GET.get("page", "")
    return settings.BASE_URL + request.path + (f"?page={leaf}" if leaf.isdigit() and leaf != "1" else "")


@register.simple_tag(takes_context=True)
def section_links(context: Context) -> list[Any]:
    """The sections of the masthead; ``is_here`` marks the one that the page at hand belongs to."""
    here = getattr(context.get("page"), "path", "")
    sections = list(SectionPage.objects.in_masthead())
    for section in sections:
        section.is_here = bool(here) and here.startswith(section.path)
    return sections


@register.simple_tag
def standing_links() -> list[StandingPage]:
    """The pages about ourselves, for the footer."""
    return list(StandingPage.objects.in_footer())


@register.simple_tag(takes_context=True)
def theme_url(context: Context) -> str:
    """The address of the newsroom's accents; it changes when they do."""
    newsroom = context.get("newsroom") or Newsroom.load()
    return f"{reverse('front:theme')}?v={theme_version(newsroom)}"


@register.simple_tag
def running_report() -> dict[str, Any] | None:
    """The live report whose coverage goes on, with its latest dated entries, newest first; nothing in calm days."""
    running = ReportPage.objects.published().running().for_cards().newest().first()
    if running is None:
        return None
    entries = [block for block in running.body if block.block_type == "live_entry"]
    return {"report": running, "entries": sorted(entries, key=lambda block: block.value["time"], reverse=True)[:LATEST]}


@register.simple_tag
def running_situation() -> Strip | None:
    """The situation that goes on, with what happened last; nothing where nothing has been said of any."""
    depend("claims")
    return running_strip(timezone.now(), LATEST)


@register.simple_tag
def on_this_page(lead: ReportPage | None, tier: list[ReportPage], sections: list[Any]) -> list[ReportPage]:
    """Every report that the front page shows, so that their comments are counted at once."""
    below = [report for section in sections for report in section.front_reports]
    return [*([lead] if lead else []), *tier, *below]
