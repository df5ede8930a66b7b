"""Claims as readers see them: rows of what was said, put into words once for pages, feeds and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dateline.people import moments

from .models import ClaimStanding, Standing
from .models.claim_standing import StandingQuerySet
from .saying import Said, reader_word

HELD = {"confirmed", "reported", "claimed", "disputed"}  # what may stand on a map as a point
TAKEN_BACK = {"superseded", "retracted"}


@dataclass(frozen=True)
class Shown:
    """One claim as a reader sees it. ``number`` counts within the page; ``beside`` numbers what contradicts it."""

    number: int
    pk: int
    report_id: int
    standing: str
    word: str
    said: Said
    at: datetime
    why: str
    beside: tuple[int, ...] = ()
    later: int | None = None

    @property
    def anchor(self) -> str:
        """The id of its entry in lists."""
        return f"claim-{self.pk}"

    @property
    def is_void(self) -> bool:
        """Whether it holds no more."""
        return self.word in TAKEN_BACK

    @property
    def reason(self) -> str:
        """Why it holds no more, or is disputed, as readers are told; other reasons are the newsroom's own."""
        return self.why if self.is_void or self.word == "disputed" else ""

    @property
    def begins(self) -> datetime | None:
        """When it happened."""
        return _moment(self.said, "begins")

    @property
    def ends(self) -> datetime | None:
        """Until when, where it is a range."""
        return _moment(self.said, "ends")

    @property
    def when(self) -> str:
        """Its time in words, no finer than it is known."""
        return when_words(self.begins, self.ends, self.said["when"]["precision"])

    @property
    def when_note(self) -> str:
        """How the time is known, where the text does not state it in full."""
        return {
            "inherited": _("day taken from the sentence before"),
        }.get(self.said["when"]["basis"], "")

    @property
    def where(self) -> str:
        """Its place in words."""
        return where_words(self.said["where"])

    @property
    def certainty(self) -> str:
        """Who stands for it."""
        return certainty_words(self.word, self.said)

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude for maps and files, as coarse as they may be shown."""
        where = self.said["where"] or {}
        return (where["latitude"], where["longitude"]) if "latitude" in where else None


def shown(rows: StandingQuerySet) -> list[Shown]:
    """Return the claims in ``rows`` with numbers, in the order of ``rows``; one query, two where any is disputed."""
    return _numbered(_fetched(rows))


def _fetched(rows: StandingQuerySet) -> list[ClaimStanding]:
    """The rows with their claims, and with what contradicts those where any is disputed."""
    found = list(rows.select_related("claim"))
    if any(row.standing == Standing.DISPUTED for row in found):
        prefetch_related_objects([row.claim for row in found], "conflicts")
    return found


def _numbered(rows: Sequence[ClaimStanding]) -> list[Shown]:
    """What stands together on one page, numbered from one."""
    numbers = {row.claim_id: number for number, row in enumerate(rows, 1)}
    disputed = {row.claim_id for row in rows if row.standing == Standing.DISPUTED}
    return [_shown(row, numbers, disputed) for row in rows]


def _shown(row: ClaimStanding, numbers: dict[int, int], disputed: set[int]) -> Shown:
    """One row. What contradicts or replaces it is named only where readers see that, too, and once it was said."""
    claim = row.claim
    others = [other.pk for other in claim.conflicts.all() if other.pk in numbers] if disputed else []
    beside = sorted(numbers[other] for other in others if {claim.pk, other} & disputed)
    later = numbers.get(claim.superseded_by_id or 0) if row.standing == "superseded" else None
    return Shown(
        number=numbers[claim.pk],
        pk=claim.pk,
        report_id=row.report_id,
        standing=row.standing,
        word=reader_word(row.standing, row.said),
        said=row.said,
        at=row.visible_at or row.at,
        why=row.why,
        beside=tuple(beside),
        later=later,
    )


def of_report(report_id: int, at: datetime) -> list[Shown]:
    """Return what readers see of a report's claims at ``at``, in the order of its text."""
    rows = ClaimStanding.objects.as_of(at).of_report(report_id)
    return shown(rows.order_by("claim__quote_start", "claim_id"))


def of_reports(report_ids: Iterable[int], at: datetime) -> dict[int, list[Shown]]:
    """Return the same for many reports, in as many queries; reports without claims are left out."""
    rows = ClaimStanding.objects.as_of(at).filter(report_id__in=list(report_ids))
    found = _fetched(rows.order_by("report_id", "claim__quote_start", "claim_id"))
    return {report: _numbered(list(of_one)) for report, of_one in groupby(found, key=attrgetter("report_id"))}


def when_words(begins: datetime | None, ends: datetime | None, precision: str) -> str:
    """Return a time in words: ``2 November 2017``, ``November 2017``, ``2 November 2017 to 5 November 2017``."""
    if begins is None or precision == "unknown":
        return _("time not known")
    first, last = _at(begins, precision), _at(ends, precision) if ends else ""
    return _("%(first)s to %(last)s") % {"first": first, "last": last} if last and last != first else first


def _at(at: datetime, precision: str) -> str:
    match precision:
        case "hour":
            return moments.full(at)
        case "week":
            return _("week of %(day)s") % {"day": moments.day(at)}
        case "month":
            return date_format(moments.local(at), "YEAR_MONTH_FORMAT")
        case "year":
            return date_format(moments.local(at), "Y")
        case _:
            return moments.day(at)


def where_words(where: dict[str, Any] | None) -> str:
    """Return a place in words; what is rounded says so instead of naming it."""
    if not where:
        return ""
    if "rounded_km" in where:
        return _("place withheld, shown to within %(km)s km") % {"km": _number(where["rounded_km"])}
    return str(where["name"])


def _number(value: float) -> str:
    return f"{value:g}"


def certainty_words(word: str, content: Said) -> str:
    """Return the line under a claim: who says so, or what became of it."""
    source = content["source"]["name"] if content["source"] else ""
    named = {
        "reported": _("Reported by %(source)s"),
        "claimed": _("Claimed by %(source)s"),
        "denied": _("Denied by %(source)s"),
        "expected": _("Expected, according to %(source)s"),
        "disputed": _("Disputed; said by %(source)s"),
    }
    if source and word in named:
        return named[word] % {"source": source}
    return {
        "confirmed": _("Confirmed by us"),
        "reported": _("Reported, source not named"),
        "claimed": _("Claimed, source not named"),
        "denied": _("Denied, source not named"),
        "expected": _("Expected"),
        "disputed": _("Disputed"),
        "superseded": _("No longer the latest"),
        "retracted": _("Taken back by us"),
    }[word]


def legend(claims: Iterable[Shown]) -> list[str]:
    """Return the words that are in use, in a fixed order: a page explains no more than it shows."""
    used = {claim.word for claim in claims}
    order = ("confirmed", "reported", "claimed", "denied", "disputed", "expected", "superseded", "retracted")
    return [word for word in order if word in used]


def _moment(content: Said, key: str) -> datetime | None:
    written = content["when"][key]
    return parse_datetime(written) if written else None
