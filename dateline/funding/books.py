"""The months' books side by side: what came, what went, what lies where. Every figure is a sum over the ledger.

One look at all legs makes all months; nothing is kept. Currencies are kept apart and never added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.formats import date_format

from dateline.lib.clock import next_month
from dateline.lib.money import Money
from dateline.people.models import Newsroom

from .mode import Mode
from .models import Closing, Drive, Expense, Leg
from .models.gift import EXPLAINING
from .models.ledger import HOLDING, Account, MonthSum


@dataclass(frozen=True)
class Month:
    """A month's books in one currency. ``sums`` are as the ledger has them by account, in minor units.

    ``held`` is what lies in each place when the month ends, and ``raised`` what its meter counts, whenever it moved.
    """

    key: str
    currency: str
    sums: Mapping[str, int]
    held: Mapping[str, int]
    purposes: Mapping[str, int] = field(default_factory=dict)
    raised: int = 0
    drive: Drive | None = None
    closing: Closing | None = None

    def _of(self, *accounts: str) -> Money:
        return Money(sum(self.sums.get(account, 0) for account in accounts), self.currency)

    @property
    def label(self) -> str:
        """The month in words."""
        return date_format(self.first_day, "YEAR_MONTH_FORMAT")

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date.fromisoformat(f"{self.key}-01")

    @property
    def gifts(self) -> Money:
        """What came as gifts."""
        return Money(-self.sums.get(Account.GIFTS, 0), self.currency)

    @property
    def refunds(self) -> Money:
        """What we gave back, less what of it came back to us."""
        return self._of(Account.REFUNDS)

    @property
    def disputes(self) -> Money:
        """What givers' banks took back, less what they returned."""
        return self._of(Account.DISPUTES)

    @property
    def fees(self) -> Money:
        """What providers kept."""
        return self._of(Account.FEES)

    @property
    def spent(self) -> Money:
        """What was spent."""
        return self._of(Account.EXPENSES)

    @property
    def rates(self) -> Money:
        """What was lost because a currency stood otherwise when money went back; won where it is negative."""
        return self._of(Account.RATES)

    @property
    def went_back(self) -> Money:
        """Refunds and disputes together."""
        return self._of(Account.REFUNDS, Account.DISPUTES)

    @property
    def out(self) -> Money:
        """All that went: back, to providers, on purposes, and by rates."""
        return self._of(Account.REFUNDS, Account.DISPUTES, Account.FEES, Account.EXPENSES, Account.RATES)

    @property
    def balance(self) -> Money:
        """What lies in all places when the month ends, which the next month begins with."""
        return Money(sum(self.held.values()), self.currency)

    @property
    def places(self) -> list[tuple[str, Money]]:
        """Where it lies: the account's word, and how much."""
        return [(str(Account(place).label), Money(self.held.get(place, 0), self.currency)) for place in HOLDING]

    @property
    def raised_money(self) -> Money:
        """What the meter of its drive counts."""
        return Money(self.raised, self.currency)

    @property
    def came(self) -> Money:
        """What the meter counts; where no drive asks for this currency, gifts less what went back."""
        return self.raised_money if self.drive else Money(self.gifts.amount - self.went_back.amount, self.currency)

    @property
    def goal(self) -> Money | None:
        """What the month needed, where it had a drive."""
        return self.drive.goal_money if self.drive else None

    @property
    def at_close(self) -> Money | None:
        """What the meter stood at when the month closed."""
        return Money(self.closing.total, self.currency) if self.closing else None

    @property
    def has_changed(self) -> bool:
        """Whether something went back after the month had closed."""
        return self.closing is not None and self.closing.total != self.raised

    @property
    def is_empty(self) -> bool:
        """Whether nothing moved."""
        return not any(self.sums.values())


@dataclass(frozen=True)
class Books:
    """All months in one currency, the oldest first and none left out between."""

    currency: str
    months: list[Month]

    @property
    def newest_first(self) -> list[Month]:
        """As one reads them."""
        return self.months[::-1]

    @property
    def latest(self) -> Month:
        """The month that money moved in last, or the last of all."""
        return next((month for month in self.newest_first if not month.is_empty), self.months[-1])

    @property
    def gifts(self) -> Money:
        """All that ever came."""
        return Money(sum(month.gifts.amount for month in self.months), self.currency)

    @property
    def out(self) -> Money:
        """All that ever went."""
        return Money(sum(month.out.amount for month in self.months), self.currency)

    @property
    def has_rates(self) -> bool:
        """Whether rates ever made a difference."""
        return any(month.rates.amount for month in self.months)

    @property
    def purposes(self) -> list[tuple[str, Money]]:
        """What was spent on what, the most first; what was taken back altogether is left out."""
        sums: dict[str, int] = defaultdict(int)
        for month in self.months:
            for purpose, amount in month.purposes.items():
                sums[purpose] += amount
        found = sorted(sums.items(), key=lambda one: (-one[1], one[0]))
        return [(purpose, Money(amount, self.currency)) for purpose, amount in found if amount]


def books_of(*, mode: Mode, now: datetime) -> list[Books]:
    """Return the books of every currency that money moved in or a drive asks for, the newsroom's own first.

    Five queries, however many months and postings there are. Empty before the first drive and the first gift.
    """
    legs = Leg.objects.by_month(mode)
    drives = list(Drive.objects.begun(now))
    currencies = {leg.currency for leg in legs} | {drive.currency for drive in drives}
    closings = {closing.drive_id: closing for closing in Closing.objects.in_mode(mode)}
    spent: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in Expense.objects.by_purpose(mode):
        spent[row.currency, row.month][row.purpose] += row.total
    own = Newsroom.load().currency
    return [
        Books(
            currency,
            _months(
                currency,
                [leg for leg in legs if leg.currency == currency],
                {drive.key: drive for drive in drives if drive.currency == currency},
                closings,
                spent,
            ),
        )
        for currency in sorted(currencies, key=lambda currency: (currency != own, currency))
    ]


def _months(
    currency: str,
    legs: Iterable[MonthSum],
    drives: Mapping[str, Drive],
    closings: Mapping[int, Closing],
    spent: Mapping[tuple[str, str], Mapping[str, int]],
) -> list[Month]:
    """Fold sums into months, carrying on from each to the next what lies where."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    raised: dict[int, int] = defaultdict(int)
    for leg in legs:
        sums[leg.month][leg.account] += leg.total
        if leg.drive is not None and leg.account in EXPLAINING:
            raised[leg.drive] -= leg.total
    held: dict[str, int] = dict.fromkeys(HOLDING, 0)
    found = []
    for key in _keys({*sums, *drives}):
        of_month, drive = sums.get(key, {}), drives.get(key)
        held = {place: held[place] + of_month.get(place, 0) for place in HOLDING}
        pk = drive.pk if drive else 0
        found.append(
            Month(
                key=key,
                currency=currency,
                sums=of_month,
                held=held,
                purposes=spent.get((currency, key), {}),
                raised=raised.get(pk, 0),
                drive=drive,
                closing=closings.get(pk),
            )
        )
    return found


def _keys(known: set[str]) -> list[str]:
    """Return every month from the first to the last that is known."""
    year, month = map(int, min(known).split("-"))
    keys: list[str] = []
    while not keys or keys[-1] < max(known):
        keys.append(f"{year:04d}-{month:02d}")
        year, month = next_month(year, month)
    return keys
