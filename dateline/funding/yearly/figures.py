"""What stands on a statement. Nothing here reads a clock: the same books give the same statement on the same day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import FundingTerms, Gift, Supporter
from dateline.lib.clock import month_bounds, month_of
from dateline.lib.money import Money
from dateline.people.models import Newsroom

FIRST, LAST = 2000, 9990  # years that a calendar of ours knows


@dataclass(frozen=True, slots=True)
class Line:
    """One gift. ``back`` is what went back of it until now, None where nothing did; so with ``fee``."""

    at: datetime
    receipt: str
    money: Money
    back: Money | None
    fee: Money | None
    words: str


@dataclass(frozen=True, slots=True)
class Sums:
    """What was given in one currency, what of it went back, and what is left."""

    given: Money
    back: Money

    @property
    def left(self) -> Money:
        """What stayed with the newsroom."""
        return self.given - self.back


@dataclass(frozen=True, slots=True)
class Statement:
    """A year of one giver's gifts, oldest first. ``first`` and ``last`` are its days in the newsroom's zone.

    Of a year that ``runs`` still, the last is the day on which the statement was made.
    """

    year: int
    first: date
    last: date
    givers: tuple[str, ...]
    lines: tuple[Line, ...]
    sums: tuple[Sums, ...]
    newsroom: Newsroom
    words: str
    is_rehearsal: bool
    runs: bool = False


def year_of(instant: datetime) -> int:
    """Return the year of accounts that holds ``instant``, named after the calendar year in which it begins."""
    year, month = month_of(instant, Newsroom.load().zone)
    return year if month >= FundingTerms.load().year_begins else year - 1


def years_of(gifts: Iterable[Gift]) -> list[int]:
    """Return the years of accounts in which these were given, the latest first."""
    return sorted({year_of(gift.received_at) for gift in gifts}, reverse=True)


def statement_of(mails: Collection[str], year: int, now: datetime) -> Statement | None:
    """Return the statement of ``year`` for what was given under these addresses; None where nothing was.

    What was booked by mistake was not given: neither it nor its void receipt stands there.
    """
    if not FIRST <= year <= LAST:
        return None
    newsroom, terms = Newsroom.load(), FundingTerms.load()
    begin = month_bounds(year, terms.year_begins, newsroom.zone)[0]
    end = month_bounds(year + 1, terms.year_begins, newsroom.zone)[0]
    gifts = list(Gift.objects.given_by(mails).standing().filter(received_at__gte=begin, received_at__lt=end))
    if not gifts:
        return None
    lines = tuple(_line(gift) for gift in reversed(gifts))
    return Statement(
        year=year,
        first=begin.astimezone(newsroom.zone).date(),
        last=min(end - timedelta(seconds=1), max(now, begin)).astimezone(newsroom.zone).date(),
        givers=_givers(gifts),
        lines=lines,
        sums=_sums(lines),
        newsroom=newsroom,
        words=terms.receipt_words,
        is_rehearsal=current_mode() == Mode.TEST,
        runs=now < end,
    )


def statement_of_supporter(supporter: Supporter, year: int, now: datetime) -> Statement | None:
    """Return the same for one supporter, for the treasurer; None for one who was erased."""
    return statement_of([supporter.email], year, now) if supporter.email else None


def file_name(statement: Statement) -> str:
    """Return a name for the file that says what it is, in letters that every system takes."""
    return f"gifts-{statement.year}.pdf"


def _givers(gifts: Iterable[Gift]) -> tuple[str, ...]:
    """Return each address with the name that was given last under it. The gifts come newest first."""
    names: dict[str, str] = {}
    for gift in gifts:
        mail = str(gift.supporter.email) if gift.supporter else ""
        names[mail] = names.get(mail) or gift.name
    return tuple(f"{names[mail]}, {mail}" if names[mail] else mail for mail in sorted(names) if mail)


def _line(gift: Gift) -> Line:
    receipt = getattr(gift, "receipt", None)
    words = " · ".join(filter(None, (gift.name, gift.dedication)))
    return Line(gift.received_at, receipt.label if receipt else "", gift.money, gift.went_back, gift.fee, words)


def _sums(lines: Iterable[Line]) -> tuple[Sums, ...]:
    """Add up by currency, in the order of their codes."""
    found: dict[str, Sums] = {}
    for line in lines:
        nothing = Money(0, line.money.currency)
        so_far = found.get(line.money.currency, Sums(nothing, nothing))
        found[line.money.currency] = Sums(so_far.given + line.money, so_far.back + (line.back or nothing))
    return tuple(found[currency] for currency in sorted(found))
