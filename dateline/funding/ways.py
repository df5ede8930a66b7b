"""The ways by which a gift may be begun at this moment: what has its keys, less what somebody closed or what rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dateline.lib.money import Money

from .cover import takes_fee
from .mode import current_mode
from .models import FundingTerms, Halt
from .models.gift import BANK
from .models.recurring import Asking
from .providers import Provider, configured

HINTS: dict[str, str | Promise] = {
    "stripe": _("Card, wallet or direct debit, on Stripe’s page."),
    "paypal": _("On PayPal’s page."),
    "rehearsal": _("A payment page on this machine. No card is asked for."),
    BANK: _("From your own bank; the next page says where to and with which reference."),
}


@dataclass(frozen=True)
class Way:
    """One way to give. ``provider`` is nobody for a transfer: the giver's own bank moves the money."""

    name: str
    label: str | Promise
    provider: Provider | None = None

    @property
    def hint(self) -> str | Promise:
        """What a giver finds there."""
        return HINTS.get(self.name, "")

    @property
    def takes_fee(self) -> bool:
        """Whether something is kept of each gift."""
        return takes_fee(self.name)


NOBODY = Asking(0, 0, None)
TRANSFER = Way(BANK, _("Bank transfer"))


def open_ways(now: datetime) -> list[Way]:
    """Return the ways of this moment, the first of which is chosen unless a giver chooses another."""
    terms, mode = FundingTerms.load(), current_mode()
    ways = [Way(provider.name, provider.label, provider) for provider in configured() if terms.takes(provider.name)]
    resting = Halt.objects.resting(mode, now) if ways else set()
    return [way for way in ways if way.name not in resting] + ([TRANSFER] if terms.takes(BANK) else [])


@dataclass(frozen=True)
class Standing:
    """How a way stands, for the treasurer. ``monthly`` is what runs there: (sum of a month, how many gifts).

    ``asking`` says who was asked to move away.
    """

    name: str
    label: str | Promise
    has_keys: bool
    is_open: bool
    is_resting: bool
    monthly: list[tuple[Money, int]]
    asking: Asking


def all_ways(
    now: datetime, monthly: Mapping[str, list[tuple[Money, int]]], asking: Mapping[str, Asking]
) -> list[Standing]:
    """Return every way that has its keys, transfers, and whatever else something runs by."""
    labels: dict[str, str | Promise] = {provider.name: provider.label for provider in configured()}
    labels[BANK] = TRANSFER.label
    resting, terms = Halt.objects.resting(current_mode(), now), FundingTerms.load()
    gone = [name for name in monthly if name not in labels]
    return [
        Standing(
            name,
            labels.get(name, name),
            name in labels,
            terms.takes(name),
            name in resting,
            monthly.get(name, []),
            asking.get(name, NOBODY),
        )
        for name in [*labels, *gone]
    ]


def resting_ways(now: datetime) -> set[str]:
    """Return the ways that would be open, but rest because so many cards were refused."""
    terms = FundingTerms.load()
    return {name for name in Halt.objects.resting(current_mode(), now) if terms.takes(name)}
