"""What an open page is told when something changes: how many comments, what the meter shows, what was corrected.

``delivery`` finds ``news_of`` by its name in the settings (``DELIVERY_NEWS``). Everything here stands on public pages
already, and says how things stand now: a page compares it with what it shows, so that hearing it twice does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from dateline.delivery.store.wire import Dispatch
from dateline.discussion.models import Thread
from dateline.funding.actions import drive_at
from dateline.funding.meter import Meter, meter_of
from dateline.funding.templatetags.funding import along, money
from dateline.people.models import Newsroom
from dateline.reports.models import ReportPage

METER = {"money", "drive", "frame"}  # the last by the newsroom itself: its language is that of the meter's words
NOTE = 90  # characters of what a note says; the whole of it stands in the report


def news_of(tags: frozenset[str]) -> list[Dispatch]:
    """Return the news that ``tags`` may mean, as things stand now."""
    said, changed = _keys("thread", tags), _keys("page", tags)
    news = [*_comments(said), *_elsewhere(_keys("embed", tags)), *_changes(changed)]
    return [*news, *_meter()] if tags & METER else news


def _keys(word: str, tags: Iterable[str]) -> list[int]:
    """The numbers behind ``word`` among tags."""
    found = (tag.partition(":") for tag in tags)
    return sorted(int(key) for name, _colon, key in found if name == word and key.isdecimal())


def _comments(keys: list[int]) -> Iterator[Dispatch]:
    """How many comments stand below each of these pages; nothing of a page that not everybody may read."""
    if not keys:
        return
    pages = list(Page.objects.live().public().filter(pk__in=keys).only("pk"))
    totals = Thread.objects.totals(pages)
    for page in pages:
        yield Dispatch(f"thread:{page.pk}", "comments", {"count": totals.get(page.pk, 0)})


def _elsewhere(keys: list[int]) -> Iterator[Dispatch]:
    """How many comments stand in each of these threads below other sites' pages."""
    for thread in Thread.objects.elsewhere().among(keys) if keys else ():
        yield Dispatch(thread.tag, "comments", {"count": thread.comment_count})


def _changes(keys: list[int]) -> Iterator[Dispatch]:
    """The last correction of each of these reports, and the last update or live entry."""
    if not keys:
        return
    for report in ReportPage.objects.published().among(keys).prefetch_related("corrections", "updates"):
        corrections = [(one.at, f"#correction-{one.pk}", one.text) for one in report.corrections.all()]
        updates = [(one.at, f"#update-{one.pk}", one.text) for one in report.updates.all()]
        entries = [
            (block.value["time"], f"#entry-{block.id}", block.value["headline"])
            for block in report.body
            if block.block_type == "live_entry"
        ]
        for kind, notes in (("correction", corrections), ("update", updates + entries)):
            if notes:
                _at, place, text = max(notes)
                words = Truncator(" ".join(text.split())).chars(NOTE)
                yield Dispatch(f"page:{report.pk}", kind, {"place": place, "words": words})


def _meter() -> Iterator[Dispatch]:
    """What this month's meter shows."""
    newsroom, now = Newsroom.load(), timezone.now()
    drive = drive_at(now=now)
    if drive is not None:
        with timezone.override(newsroom.zone), translation.override(newsroom.language):
            yield Dispatch("meter", "meter", _drawn(meter_of(drive, now)))


def _drawn(meter: Meter) -> dict[str, object]:
    """The words and figures of ``funding/_meter.html`` and its bar, under the names that the page's script knows."""
    rtl = translation.get_language_bidi()
    return {
        "drive": meter.drive.get_absolute_url(),
        "words": _("%(raised)s of %(goal)s") % {"raised": money(meter.raised), "goal": money(meter.goal)},
        "shown": meter.shown,
        "length": meter.length,
        "from": meter.filled_from_right if rtl else 0,
        "filled": meter.filled,
        "pace": along(meter.paced, rtl),
        "ticks": [along(tick.at, rtl) for tick in meter.ticks],
    }
