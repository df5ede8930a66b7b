"""The nine rules of the books, asked of the database. ``dateline doctor`` prints the answer, ``serve`` asks daily.

Most of them the database keeps by itself (migrations 0002 and 0008): a row that breaks one was put there around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from dateline.funding.guards import missing_guards
from dateline.funding.mode import Mode
from dateline.funding.models import Closing, Gift, InboundEvent, Leg, Posting, Receipt

from .drives import books_digest


def complaints(*, now: datetime) -> list[str]:
    """Return a sentence for each rule that does not hold. An empty list is a sound ledger."""
    return [sentence for rule in RULES for sentence in rule(now)]


def legs_balance(now: datetime) -> Iterator[str]:
    """1. Legs of a posting sum to nothing per currency."""
    yield from (
        f"Posting {row['posting']} leaves {row['total']} {row['currency']}." for row in Leg.objects.unbalanced()
    )
    yield from (f"Posting {posting.pk} has no legs." for posting in Posting.objects.without_legs())


def nothing_changes(now: datetime) -> Iterator[str]:
    """2. Postings are append-only: what keeps them so is there."""
    yield from (f"The database's guard {name} is missing: books could be changed." for name in missing_guards())


def each_movement_once(now: datetime) -> Iterator[str]:
    """3. One posting per movement; a gift is booked once, as it came."""
    yield from (f"Gift {gift.pk} and what was booked of it differ." for gift in Gift.objects.unlike_their_postings())


def no_more_back_than_came(now: datetime) -> Iterator[str]:
    """4. Refunds and disputes of a gift are at most the gift."""
    yield from (f"More has gone back of gift {gift.pk} than was given." for gift in Gift.objects.overdrawn())


def closed_months_stay(now: datetime) -> Iterator[str]:
    """5. A closed month's digest never changes."""
    for closing in Closing.objects.all():
        if closing.digest != books_digest(closing.month, Mode(closing.mode)):
            yield f"The books of {closing.month} ({closing.mode}) have changed since they were closed."


def meters_are_sums(now: datetime) -> Iterator[str]:
    """6. Each gift counts for the month that it came in, and what moves of it counts there too."""
    yield from (f"Gift {gift.pk} came in another month than it counts for." for gift in Gift.objects.out_of_drive())
    yield from (f"Posting {leg.posting_id} counts for another month than its gift." for leg in Leg.objects.astray())


def modes_stay_apart(now: datetime) -> Iterator[str]:
    """7. Rehearsed money is never beside real money."""
    yield from (f"Posting {leg.posting_id} mixes rehearsed and real money." for leg in Leg.objects.of_another_mode())


def all_is_heard(now: datetime) -> Iterator[str]:
    """8. Whatever a provider told us is processed or flagged within the hour."""
    yield from (f"Event {event.event_id} has waited for an hour." for event in InboundEvent.objects.overdue(now))


def receipts_have_no_gap(now: datetime) -> Iterator[str]:
    """9. Receipt numbers have no gap."""
    for mode in Mode:
        last, count = Receipt.objects.next_number(mode) - 1, Receipt.objects.in_mode(mode).count()
        if last != count:
            yield f"The {mode} receipts have a gap: {count} of {last}."


Rule = Callable[[datetime], Iterator[str]]
RULES: tuple[Rule, ...] = (
    legs_balance,
    nothing_changes,
    each_movement_once,
    no_more_back_than_came,
    closed_months_stay,
    meters_are_sums,
    modes_stay_apart,
    all_is_heard,
    receipts_have_no_gap,
)
