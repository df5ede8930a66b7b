"""What becomes of a bank's lines: proposed with reasons, and decided by a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction

from dateline.funding.bank.matching import Kind as Guess
from dateline.funding.bank.matching import Promise, Promises, Proposal, propose
from dateline.funding.bank.reference import parse_references
from dateline.funding.bank.statements.keys import once_more
from dateline.funding.bank.statements.statement import Line
from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import BankLine, Gift, GiftIntent
from dateline.funding.models.gift import BANK, State, Visibility
from dateline.funding.models.ledger import Account, Kind
from dateline.funding.models.statement import Fate
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User

from .booking import Movement, book
from .drives import currency_at, drive_at
from .receipts import issue_receipt
from .refunding import check_left, give_back
from .standing_orders import order_of
from .switching import finish_move

AWAITED = timedelta(days=400)  # after which a transfer that was announced is no longer looked for
MOST_LOOKED_AT = (
    2_000  # announcements for a page of lines; more than that share an amount only where somebody floods us
)


class AlreadyDecided(Exception):
    """Somebody has decided about this line meanwhile. Nothing was changed; look at it again."""


class NotThisLine(ValueError):
    """What was asked for does not go with this line: money that went out is no gift. The same again does not help."""


@dataclass(frozen=True)
class Looked:
    """A line with what it may be: intentions that it may keep, and others that may tell of the same money."""

    line: BankLine
    proposal: Proposal
    intents: tuple[GiftIntent, ...]
    gifts: tuple[Gift, ...]
    twins: tuple[Line, ...]
    counted_in: str  # the currency of the newsroom's meter

    @property
    def is_sure(self) -> bool:
        """Whether reference and amount agree, and nothing else speaks against it."""
        is_clear = self.proposal.kind == Guess.SURE and not self.twins and not self.is_foreign
        return is_clear and self.intents[0].is_awaited

    @property
    def is_foreign(self) -> bool:
        """Whether it is in another currency than the newsroom counts in: it would be in the books and on no meter."""
        return self.line.currency != self.counted_in


def look_at_lines(lines: Iterable[BankLine], *, now: datetime) -> list[Looked]:
    """Return what each of these lines may be. A handful of queries, however many lines and announcements there are."""
    found = list(lines)
    mode = current_mode()
    accounts = BankLine.objects.accounts_of_givers(mode, {line.iban for line in found})
    named = {name for line in found for name in _references(line)}
    awaited = GiftIntent.objects.awaited(mode, now - AWAITED)
    alike = awaited.alike({line.amount for line in found}, accounts).with_gifts()[:MOST_LOOKED_AT]
    intents = {intent.pk: intent for intent in (*awaited.referring(named).with_gifts(), *alike)}.values()
    by_reference = {intent.reference: intent for intent in intents}
    promises = Promises.of(_promise(intent, accounts) for intent in intents)
    near, counted_in = list(BankLine.objects.beside(found)), currency_at(now=now)
    looked = []
    for row in found:
        proposal = propose(row.told, promises)
        kept = tuple(by_reference[each.promise.reference] for each in proposal.candidates)
        gifts = tuple(gift for intent in kept for gift in intent.gifts.all())
        looked.append(Looked(row, proposal, kept, gifts, _twins(row, near), counted_in))
    return looked


def _references(line: BankLine) -> tuple[str, ...]:
    """Return what a line's words may name, right or with a slip."""
    read = parse_references(f"{line.end_to_end}\n{line.remittance}")
    return (*read.found, *read.guesses)


def _twins(line: BankLine, near: Iterable[BankLine]) -> tuple[Line, ...]:
    """Return the other lines of the account that may tell of the same money, in another format."""
    others = [other.told for other in near if other.pk != line.pk and other.account == line.account]
    return tuple(other for _line, other in once_more([line.told], others))


def book_line(*, line: BankLine, intent: GiftIntent | None, by: User | None, now: datetime) -> Gift:
    """Book money that came as a gift: of ``intent``, or of somebody who announced nothing (no name, no receipt).

    It counts for the day on which the bank booked it, at noon in the newsroom. Raises AlreadyDecided or NotThisLine.
    """
    if line.amount <= 0:
        raise NotThisLine("Money that went out is no gift.")
    with transaction.atomic():
        _open(line)
        gift = _gift(line, intent, now)
        movement = Movement(
            provider=BANK,
            mode=Mode(gift.mode),
            movement_id=gift.payment_id,
            kind=Kind.GIFT,
            came=gift.money,
            where=Account.BANK,
            why=Account.GIFTS,
            occurred_at=gift.received_at,
            gift=gift,
            of_gift=gift.money,
            drive=gift.drive,
        )
        book(movement=movement, now=now, by=by)
        if intent:
            GiftIntent.objects.filter(pk=intent.pk).update(state=State.PAID)
            issue_receipt(gift=gift, now=now)
        decide(line, Fate.GIFT, gift, by, now)
    if intent:
        finish_move(intent=intent, now=now)
    return gift


def book_return(*, line: BankLine, gift: Gift, by: User | None, now: datetime) -> None:
    """Book money that the bank took back as going back of ``gift``. Raises AlreadyDecided, NotThisLine, TooMuchBack."""
    if line.amount >= 0:
        raise NotThisLine("Money that came does not go back.")
    with transaction.atomic():
        _open(line)
        back = Money(-line.amount, line.currency)
        check_left(gift, back)
        give_back(gift=gift, amount=back, by=by, now=now, key=f"line-{line.pk}")
        decide(line, Fate.GIFT, gift, by, now)


def set_aside(*, line: BankLine, fate: Fate, by: User | None, now: datetime) -> None:
    """Say that a line is no gift: a provider's payout, which its provider tells us of, or nothing of ours."""
    with transaction.atomic():
        _open(line)
        decide(line, fate, None, by, now)


def _open(line: BankLine) -> None:
    """Wait for whoever decides at this moment. Raises AlreadyDecided."""
    if BankLine.objects.select_for_update().get(pk=line.pk).fate != Fate.WAITING:
        raise AlreadyDecided


def decide(line: BankLine, fate: Fate, gift: Gift | None, by: User | None, now: datetime) -> None:
    """Write down what became of a line, and by whom."""
    line.fate, line.gift, line.decided_by, line.decided_at = fate, gift, by, now
    line.save(update_fields=["fate", "gift", "decided_by", "decided_at"])


def _promise(intent: GiftIntent, accounts: dict[int, str]) -> Promise:
    """Return an intention as matching knows it: one that came already only by its reference."""
    zone = Newsroom.load().zone
    return Promise(
        reference=intent.reference,
        money=intent.money,
        created_on=intent.created_at.astimezone(zone).date(),
        name=intent.name if intent.is_awaited else "",
        iban=accounts.get(intent.supporter_id or 0, "") if intent.is_awaited else "",
    )


def _gift(line: BankLine, intent: GiftIntent | None, now: datetime) -> Gift:
    """Write the gift down; one that is booked a second time, after it was taken back, has a name of its own."""
    again = Gift.objects.count_of_line(line.pk, line.mode)
    noon = datetime.combine(line.booked_on, time(12), Newsroom.load().zone)
    received_at = min(noon, now)
    words = (
        {name: getattr(intent, name) for name in ("name", "message", "dedication", "withheld", "page")}
        if intent
        else {}
    )
    return Gift.objects.create(
        provider=BANK,
        mode=line.mode,
        payment_id=f"line-{line.pk}-{again}",
        amount=line.amount,
        currency=line.currency,
        settled=line.amount,
        settled_currency=line.currency,
        received_at=received_at,
        drive=drive_at(now=received_at),
        intent=intent,
        recurring=order_of(intent=intent, money=line.money, at=received_at) if intent else None,
        supporter=intent.supporter if intent else None,
        visibility=intent.visibility if intent else Visibility.SECRET,
        **words,
    )
