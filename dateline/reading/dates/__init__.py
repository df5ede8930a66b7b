"""Dates and times in a text, read against the day it was published."""

from __future__ import annotations

from .checks import Check, check_dates
from .mention import Mention
from .ranges import ranges
from .reader import Dates, dates_in, read_dates

__all__ = ["Check", "Dates", "Mention", "check_dates", "dates_in", "ranges", "read_dates"]
