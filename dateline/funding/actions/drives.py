"""Opening a month, turning to the next by the clock, closing what is over."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, transaction

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import Closing, Drive, Leg, Posting
from dateline.lib.clock import month_bounds, month_of
from dateline.lib.money import Money
from dateline.people.models import Newsroom


def open_drive(
    *, year: int, month: int, goal: Money, purpose: str, ticks: Sequence[Money] = (), goes_on: bool = True
) -> Drive:
    """Make the drive of a month in the newsroom's zone, or return the one that is there, unchanged.

    ``goes_on`` says whether the month after it begins by itself; for one out of an archive it does not.
    """
    zone = Newsroom.load().zone
    starts_at, ends_at = month_bounds(year, month, zone)
    drive, _ = Drive.objects.get_or_create(
        year=year,
        month=month,
        defaults={
            "zone": zone.key,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "currency": goal.currency,
            "goal": goal.amount,
            "ticks": [tick.amount for tick in ticks],
            "purpose": purpose,
            "goes_on": goes_on,
        },
    )
    return drive


def turn_month(*, now: datetime) -> Drive | None:
    """Make this month's drive from the last one and close what is over. None before the first.

    Driven by the clock and by whoever asks for the meter first, never by a payment. Safe to call at any time.
    """
    with transaction.atomic():
        running = Drive.objects.at(now) or _next_drive(now)
        for drive in Drive.objects.over(now).unclosed(current_mode()):
            close_drive(drive=drive, now=now)
    return running


def drive_at(*, now: datetime) -> Drive | None:
    """Return the drive of ``now``; one query unless the month has just turned, and no write before the first drive."""
    running = Drive.objects.at(now)
    if running is None and (last := Drive.objects.latest_begun_before(now)) and last.goes_on:
        running = turn_month(now=now)
    return running


def currency_at(*, now: datetime) -> str:
    """Return the currency in which the newsroom counts at ``now``: that of its drive, and its own where none runs."""
    drive = drive_at(now=now)
    return drive.currency if drive else Newsroom.load().currency


def close_drive(*, drive: Drive, now: datetime, mode: Mode | None = None) -> Closing:
    """Write down what a finished month stood at and seal its books. One that is closed stays as it is."""
    mode = mode or current_mode()
    with transaction.atomic():
        Drive.objects.select_for_update().get(pk=drive.pk)  # who books in this month is done before, or waits
        closing, _ = Closing.objects.get_or_create(
            drive=drive,
            mode=mode,
            defaults={
                "month": drive.key,
                "closed_at": now,
                "total": Leg.objects.raised(drive, mode),
                "digest": books_digest(drive.key, mode),
            },
        )
    return closing


def books_digest(month: str, mode: Mode, *, using: str = DEFAULT_DB_ALIAS) -> str:
    """Return the SHA-256 (hexadecimal) of a month's postings and legs. A closed month's never changes."""
    seal = hashlib.sha256()
    for posting in Posting.objects.using(using).booked_in(month, mode).prefetch_related("legs"):
        legs = sorted((leg.account, leg.currency, leg.amount) for leg in posting.legs.all())
        line = [posting.provider, posting.movement_id, posting.kind, posting.occurred_at.isoformat(), legs]
        seal.update(json.dumps(line).encode() + b"\n")
    return seal.hexdigest()


def seals(*, using: str = DEFAULT_DB_ALIAS) -> dict[str, str]:
    """Return the digest of every month's books in each mode, such as ``2026-10 live``; for whoever copies them."""
    books = Posting.objects.using(using).books()
    return {f"{month} {mode}": books_digest(month, Mode(mode), using=using) for month, mode in books}


def _next_drive(now: datetime) -> Drive | None:
    """Copy the last month into this one; a change of zone between months leaves no gap and no overlap."""
    last = Drive.objects.latest_begun_before(now)
    if last is None or not last.goes_on:
        return None
    zone = Newsroom.load().zone
    year, month = month_of(now, zone)
    if (year, month) == (last.year, last.month):
        return None
    starts_at, ends_at = month_bounds(year, month, zone)
    drive, _ = Drive.objects.get_or_create(
        year=year,
        month=month,
        defaults={
            "zone": zone.key,
            "starts_at": max(starts_at, last.ends_at),
            "ends_at": ends_at,
            "currency": last.currency,
            "goal": last.goal,
            "ticks": last.ticks,
            "purpose": last.purpose,
        },
    )
    return drive
