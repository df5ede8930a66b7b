"""Instants as readers see them: in the newsroom's zone and language, written one way on every page.

The full form says day, year, time and offset, since a report is read far from where and when it was written. Lists use
the short form: beside each other, days of the running year need no year, and the page they lead to has the offset.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format


def local(at: datetime) -> datetime:
    """The same instant in the zone that is active: the newsroom's."""
    return timezone.localtime(at)


def stamp(at: datetime) -> str:
    """``2026-11-07T12:30:00-04:00``: for machines, to the second, with the newsroom's offset (RFC 3339)."""
    return local(at).isoformat(timespec="seconds")


def full(at: datetime) -> str:
    """``7 November 2026, 12:30 (UTC−4)``."""
    return f"{day(at)}, {hour(at)} ({offset(at)})"


def short(at: datetime, now: datetime) -> str:
    """``7 November, 12:30``; with its year when that is not the running one."""
    return f"{short_day(at, now)}, {hour(at)}"


def day(at: datetime) -> str:
    """``7 November 2026``."""
    return date_format(local(at), "DATE_FORMAT")


def short_day(at: datetime, now: datetime) -> str:
    """``7 November``; with its year when that is not the running one."""
    return date_format(local(at), "MONTH_DAY_FORMAT") if local(at).year == local(now).year else day(at)


def hour(at: datetime) -> str:
    """``12:30``, whatever the language: noon is no puzzle."""
    return date_format(local(at), "H:i")


def offset(at: datetime) -> str:
    """``UTC+1``, ``UTC−3:30`` or ``UTC``."""
    minutes = int((local(at).utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
