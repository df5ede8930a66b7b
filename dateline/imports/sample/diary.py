"""When things happened, counted back from the moment of loading: the sample is never older than three weeks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PLACEHOLDER = re.compile(r"\{(\w+)(?::(-\d+))?\}")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


class UnknownPlaceholder(ValueError):
    """A file of the sample asks for something that the diary does not know. The file has to be mended."""


@dataclass(frozen=True)
class Diary:
    """``now`` in the paper's ``zone``, and ``facts`` that are computed once and printed in several places."""

    now: datetime
    zone: ZoneInfo
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of loading where the paper is."""
        return self.now.astimezone(self.zone).date()

    def day(self, offset: int) -> date:
        """The day that is ``offset`` days from today."""
        return self.today + timedelta(days=offset)

    def moment(self, written: str) -> datetime:
        """``"-16 19:20"`` as an instant."""
        offset, clock = written.split()
        return datetime.combine(self.day(int(offset)), time.fromisoformat(clock), tzinfo=self.zone)

    def filled(self, text: str) -> str:
        """``text`` with its placeholders in words; raises UnknownPlaceholder."""
        return PLACEHOLDER.sub(lambda found: self._words(found[1], found[2]), text)

    def typeset(self, text: str) -> str:
        """:meth:`filled`, with the apostrophes of a printed paper."""
        return APOSTROPHE.sub("’", self.filled(text))

    def _words(self, name: str, offset: str | None) -> str:
        """What one placeholder stands for."""
        if offset is None:
            if name not in self.facts:
                raise UnknownPlaceholder(name)
            return self.facts[name]
        day = self.day(int(offset))
        words = {
            "day": f"{day:%B} {day.day}",
            "weekday": f"{day:%A}",
            "date": f"{day:%A}, {day:%B} {day.day}",
        }
        if name not in words:
            raise UnknownPlaceholder(name)
        return words[name]
