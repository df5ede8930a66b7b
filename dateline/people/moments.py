"""Instants as readers see them: in the newsroom's zone and language, written one way on every page.

The full form says day, year, time and offset, since a report is read far from where and when it was written. Lists use
the short form: beside each other, days of the running year need no year, and the page they lead to has the offset.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

KEPT = 2048  # days and minutes in words: a page of comments has few of the first, and their words cost 0.1 ms each


def local(at: datetime) -> datetime:
    """The same instant in the zone that is active: the newsroom's."""
    return timezone.localtime(at)


def stamp(at: datetime) -> str:
    """``2026-11-07T12:30:00-04:00``: for machines, to the second, with the newsroom's offset (RFC 3339)."""
    return local(at).isoformat(timespec="seconds")


def full(at: datetime) -> str:
    """``7 November 2026, 12:30 (UTC−4)``."""
    return _("%(day)s, %(hour)s (%(offset)s)") % {"day": day(at), "hour": hour(at), "offset": offset(at)}


def short(at: datetime, now: datetime) -> str:
    """``7 November, 12:30``; with its year when that is not the running one."""
    return _("%(day)s, %(hour)s") % {"day": short_day(at, now), "hour": hour(at)}


def day(at: datetime) -> str:
    """``7 November 2026``."""
    return _words(local(at).date(), "DATE_FORMAT", get_language())


def short_day(at: datetime, now: datetime) -> str:
    """``7 November``; with its year when that is not the running one."""
    here = local(at)
    form = "MONTH_DAY_FORMAT" if here.year == local(now).year else "DATE_FORMAT"
    return _words(here.date(), form, get_language())


def hour(at: datetime) -> str:
    """``12:30``, ``12:30 Uhr``; of twenty-four hours in every language: noon is no puzzle."""
    here = local(at)
    return _words(time(here.hour, here.minute), "TIME_FORMAT", get_language())


def offset(at: datetime) -> str:
    """``UTC+1``, ``UTC−3:30`` or ``UTC``."""
    minutes = int((local(at).utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


@lru_cache(maxsize=KEPT)
def _words(what: Any, form: str, language: str | None) -> str:
    """A day or a minute in the active language, which is named so that others' words are told apart."""
    return date_format(what, form)
