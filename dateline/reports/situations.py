"""A situation as its page shows it: claims of all its reports at one moment, as map, timeline and ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from dateline.people import moments

from .claim_map import Sheet, inline_map
from .models import ClaimStanding, ReportPage, SituationPage
from .progress import Progress, progress_of
from .shown import HELD, Shown, legend, shown

LAST = datetime.max.replace(tzinfo=UTC)
Order = Callable[[Shown], Any]
ORDERS: dict[str, Order] = {
    "when": lambda claim: (claim.begins or LAST, claim.pk),
    "what": lambda claim: claim.said["statement"].casefold(),
    "where": lambda claim: (claim.where == "", claim.where.casefold()),
    "who": lambda claim: (claim.said["source"] or {}).get("name", "\uffff").casefold(),
    "standing": lambda claim: claim.certainty.casefold(),
    "news": lambda claim: -claim.at.timestamp(),
}


@dataclass(frozen=True)
class Day:
    """One entry of the timeline: a day, or what has none, and the claims of it."""

    label: str
    claims: tuple[Shown, ...]
    is_expected: bool = False


@dataclass(frozen=True)
class SituationView:
    """All that the page prints. ``at`` is the moment that is shown, None for now."""

    claims: tuple[Shown, ...]
    days: tuple[Day, ...]
    ledger: tuple[Shown, ...]
    order: str
    map: str
    progress: tuple[Progress, ...]
    words: tuple[str, ...]
    reports: tuple[ReportPage, ...]
    at: datetime | None = None
    fault: str = ""
    steps: tuple[date, ...] = ()
    since: datetime | None = None

    @property
    def shown_day(self) -> date:
        """The day that is shown."""
        return timezone.localtime(self.at).date() if self.at else timezone.localdate()

    @property
    def told(self) -> str:
        """The day that is shown, in words; a moment where one was asked for."""
        at = self.at or timezone.now()
        return moments.day(at) if at == _end_of(timezone.localdate(at)) else moments.full(at)

    @property
    def before(self) -> date | None:
        """The last day before on which something changed."""
        return max((day for day in self.steps if day < self.shown_day), default=None)

    @property
    def after(self) -> date | None:
        """The next day on which something changed; None while now is shown."""
        return min((day for day in self.steps if day > self.shown_day), default=None) if self.at else None


def claims_at(situation: SituationPage, at: datetime) -> list[Shown]:
    """Return what readers could see of all claims at ``at``, numbered by when they happened."""
    rows = ClaimStanding.objects.as_of(at).of_situation(situation.pk)
    return shown(rows.order_by("claim__begins", "claim_id"))


def sheet_of(situation: SituationPage, at: datetime) -> Sheet:
    """Return what a situation's claims are drawn on."""
    note = _("As of %(day)s") % {"day": moments.day(at)}
    return Sheet(situation.title, note, situation.extent, situation.ground)


def latest(claims: Sequence[Shown], most: int) -> list[Shown]:
    """Return what happened last of what still holds, the latest first; what is only expected has not happened."""
    happened = [claim for claim in claims if claim.begins and claim.word in HELD]
    return sorted(happened, key=ORDERS["when"], reverse=True)[:most]


@dataclass(frozen=True)
class Strip:
    """A running situation as the front page shows it."""

    situation: SituationPage
    claims: tuple[Shown, ...]
    has_map: bool


def running_strip(now: datetime, most: int) -> Strip | None:
    """Return the running situation with the latest news of which something happened, and its ``most`` latest claims."""
    found = [(page, claims_at(page, now)) for page in SituationPage.objects.published().running()]
    told = [(max(claim.at for claim in claims), page, claims) for page, claims in found if latest(claims, 1)]
    if not told:
        return None
    _news, situation, claims = max(told, key=lambda one: (one[0], one[1].pk))
    has_map = any(claim.point and claim.word in HELD for claim in claims)
    return Strip(situation, tuple(latest(claims, most)), has_map)


def view_of(situation: SituationPage, asked: dict[str, str], now: datetime) -> SituationView:
    """Return the page for what was asked: ``at`` (a day or a moment) and ``order``."""
    at, fault = moment_asked(asked.get("at", ""), now)
    claims = claims_at(situation, at or now)
    order = asked.get("order", "when")
    order = order if order in ORDERS else "when"
    return SituationView(
        claims=tuple(claims),
        days=tuple(timeline(claims)),
        ledger=tuple(sorted(claims, key=ORDERS[order])),
        order=order,
        map=inline_map(claims, sheet_of(situation, at or now), f"map-{situation.pk}"),
        progress=tuple(progress_of(situation.axes.all(), claims)),
        words=tuple(legend(claims)),
        reports=tuple(ReportPage.objects.published().of_situation(situation, at or now).newest().for_cards()),
        at=at,
        fault=fault,
        steps=tuple(days_of_change(situation, now)),
    )


def moment_asked(written: str, now: datetime) -> tuple[datetime | None, str]:
    """Return the moment that ``?at=`` names, and what is wrong with it; a day means its end, in the newsroom's zone."""
    written = written.strip()[:40]
    if not written:
        return None, ""
    fault = _("“%(written)s” is no day that we can show. Write it as 2026-10-26. Here is how it stands now.")
    try:
        day = parse_date(written)
        at = _end_of(day) if day else parse_datetime(written.replace(" ", "+"))
    except (ValueError, OverflowError):
        at = None
    if at is None:
        return None, fault % {"written": written}
    at = at if timezone.is_aware(at) else timezone.make_aware(at)
    return (at, "") if at < now else (None, "")


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) - timedelta(microseconds=1)


def days_of_change(situation: SituationPage, now: datetime) -> list[date]:
    """Return the days on which readers got to see something new, oldest first."""
    rows = ClaimStanding.objects.of_open_reports().of_situation(situation.pk).filter(visible_at__lte=now)
    return sorted({timezone.localtime(at).date() for at in rows.values_list("visible_at", flat=True) if at})


def timeline(claims: Sequence[Shown]) -> list[Day]:
    """Return claims by the day they began on; what has no time, and what is only expected, comes last."""
    happened = sorted((c for c in claims if c.begins and c.word != "expected"), key=ORDERS["when"])
    days = [Day(label, tuple(of_day)) for label, of_day in groupby(happened, key=_day_of)]
    untimed = tuple(c for c in claims if not c.begins and c.word != "expected")
    expected = tuple(sorted((c for c in claims if c.word == "expected"), key=ORDERS["when"]))
    days += [Day(_("Time not known"), untimed)] if untimed else []
    return days + ([Day(_("Expected"), expected, is_expected=True)] if expected else [])


def _day_of(claim: Shown) -> str:
    """What an entry is headed with: the day, or the month or year where no day is known."""
    return claim.when if claim.said["when"]["precision"] not in {"hour", "day"} else moments.day(claim.begins or LAST)
