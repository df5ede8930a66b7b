"""On what terms one may write at a place and a moment: all policies from the root down to its page, taken together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dateline.people.moments import day, full
from dateline.screening.verdict import HELD_ABUSE, HELD_SPAM

from .models import Clauses, Mode, Night, Policy
from .nights import night_ends

HOUSE = Clauses(  # where nothing is set
    mode=Mode.FIRST,
    close_after=0,
    slow=0,
    night=Night.NEVER,
    held_spam=HELD_SPAM,
    held_abuse=HELD_ABUSE,
    own_model=True,
)
FOREVER = datetime.max.replace(tzinfo=UTC)
TOGETHER = {"words": "mode", "night_from": "night", "night_to": "night"}  # what is inherited with what


class Inherited(NamedTuple):
    """What holds on a page whatever the time; ``since`` is when its mode was set, where that is known."""

    clauses: Clauses = HOUSE
    since: datetime | None = None

    @property
    def has_nights(self) -> bool:
        """Whether first comments may wait at some times only."""
        return self.clauses.night in {Night.HOURS, Night.UNWATCHED} or bool(self.clauses.night_until)

    @property
    def is_timed(self) -> bool:
        """Whether what holds depends on the time."""
        return self.has_nights or bool(self.clauses.close_after)


class Terms(NamedTuple):
    """What holds at a moment. ``mode`` is CLOSED also where age has closed a discussion.

    ``since`` is when it was closed, ``days`` after how many, where that is why; ``closes_at`` when age will close it.
    ``night`` says whether first comments may wait at some hours, ``is_night`` that they do now. ``held_spam`` and
    ``held_abuse`` are as screening has them, and ``language`` is what the newsroom writes.
    """

    mode: str = Mode.FIRST
    words: str = ""
    since: datetime | None = None
    days: int = 0
    closes_at: datetime | None = None
    slow: int = 0
    night: bool = False
    is_night: bool = False
    held_spam: float = HELD_SPAM
    held_abuse: float = HELD_ABUSE
    own_model: bool = True
    language: str = "en"

    @property
    def is_closed(self) -> bool:
        """Whether nobody may write."""
        return self.mode == Mode.CLOSED

    @property
    def is_for_members(self) -> bool:
        """Whether only verified accounts may write."""
        return self.mode == Mode.MEMBERS

    @property
    def holds_first(self) -> bool:
        """Whether first comments wait."""
        return self.mode != Mode.OPEN or self.is_night

    @property
    def holds_all(self) -> bool:
        """Whether every comment waits."""
        return self.mode == Mode.ALL

    @property
    def closed(self) -> str:
        """Say since when and why nobody may write; empty where somebody may."""
        return _closed(self) if self.is_closed else ""

    @property
    def pace(self) -> str:
        """Say how long one writer waits between two comments; empty where nobody has to."""
        return _("Here everybody writes once in %(time)s.") % {"time": lasting(self.slow)} if self.slow else ""

    @property
    def closing(self) -> str:
        """Say when age will close it; empty where it will not."""
        return _("Open until %(moment)s.") % {"moment": full(self.closes_at)} if self.closes_at else ""


class Watch(NamedTuple):
    """What terms depend on besides policies and the time: the newsroom, and until when somebody is on duty there."""

    zone: ZoneInfo
    until: datetime | None = None
    language: str = "en"

    def is_kept(self, now: datetime) -> bool:
        """Whether somebody is on duty."""
        return self.until is not None and now < self.until


def inherited(policies: Iterable[Policy]) -> Inherited:
    """Take ``policies`` together, given from the root down: what is nearest to the page holds, clause by clause.

    Only of the moments until which first comments wait, it is the latest: to be nearer makes no night shorter.
    """
    found, since = HOUSE._asdict(), None
    for policy in policies:
        own = policy.clauses
        for name, value in own._asdict().items():
            leader = getattr(own, TOGETHER.get(name, name))
            if name == "night_until":
                found[name] = max(filter(None, (found[name], value)), default=None)
            elif leader not in ("", None):
                found[name] = value
        since = policy.since if own.mode else since
    return Inherited(Clauses(**found), since)


def terms_at(now: datetime, held: Inherited, began: datetime | None, watch: Watch) -> Terms:
    """Return what holds ``now`` on a page that came out when it ``began``; None where it never did."""
    said = held.clauses
    closes = began + timedelta(days=said.close_after) if began and said.close_after else None
    is_by_age = closes is not None and closes <= now and said.mode != Mode.CLOSED
    is_closed = is_by_age or said.mode == Mode.CLOSED
    return Terms(
        mode=Mode.CLOSED.value if is_closed else said.mode,
        words="" if is_by_age else said.words,
        since=(closes if is_by_age else held.since) if is_closed else None,
        days=said.close_after or 0 if is_by_age else 0,
        closes_at=None if is_closed else closes,
        slow=said.slow or 0,
        night=held.has_nights,
        is_night=night_of(said, now, watch) is not None,
        held_spam=HELD_SPAM if said.held_spam is None else said.held_spam,
        held_abuse=HELD_ABUSE if said.held_abuse is None else said.held_abuse,
        own_model=said.own_model is not False,
        language=watch.language,
    )


def night_of(said: Clauses, now: datetime, watch: Watch) -> datetime | None:
    """Return until when it is night by ``said``, as far as that is known now; None by day, and while somebody watches.

    FOREVER stands for "until somebody is on duty".
    """
    if watch.is_kept(now):
        return None
    if said.night == Night.UNWATCHED:
        return FOREVER
    ends = [said.night_until] if said.night_until and said.night_until > now else []
    if said.night == Night.HOURS and said.night_from and said.night_to:
        ends += filter(None, [night_ends(now, said.night_from, said.night_to, watch.zone)])
    return max(ends, default=None)


def lasting(seconds: int) -> str:
    """Return a time in words: in seconds up to two minutes, then in minutes begun."""
    if seconds < 120:
        return ngettext("%(number)d second", "%(number)d seconds", seconds) % {"number": seconds}
    minutes = -(-seconds // 60)
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}


def _closed(terms: Terms) -> str:
    if terms.days and terms.since:
        words = ngettext(
            "This discussion closed on %(day)s, %(number)d day after its report came out.",
            "This discussion closed on %(day)s, %(number)d days after its report came out.",
            terms.days,
        ) % {"day": day(terms.since), "number": terms.days}
    elif terms.since:
        words = _("This discussion was closed on %(day)s.") % {"day": day(terms.since)}
    else:
        words = _("This discussion is closed.")
    return f"{words} {terms.words}".strip()
