"""Instants as readers see them: in the newsroom's zone, with the offset said."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format


def local(at: datetime) -> datetime:
    """The same instant in the zone that is active: the newsroom's."""
    return timezone.localtime(at)


def in_words(at: datetime) -> str:
    """Day and time as the newsroom's language writes them."""
    here = local(at)
    return f"{date_format(here, 'DATE_FORMAT')}, {date_format(here, 'H:i')}"


def offset_in_words(at: datetime) -> str:
    """``UTC+1``, ``UTC−3:30`` or ``UTC``."""
    minutes = int((local(at).utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
