"""What a giver adds so that all of a gift arrives: the fee that a provider keeps, and the fee of that."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.lib.money import Money, exponent
from dateline.people.models import Newsroom

from .models import FundingTerms
from .models.terms import BASIS

FREE = frozenset({"bank", "offline", "import"})  # ways on which nobody keeps anything of a gift


def takes_fee(way: str) -> bool:
    """Return whether somebody keeps a fee of what is given by this way (the name of a provider)."""
    return way not in FREE


@dataclass(frozen=True, slots=True)
class Rule:
    """What is kept of each payment: ``basis_points`` hundredths of a per cent, and ``fixed``."""

    basis_points: int
    fixed: Money

    @property
    def percent(self) -> str:
        """The share as people write it: ``2.9``."""
        return f"{self.basis_points / 100:g}"

    @property
    def step(self) -> int:
        """Of how many minor units an amount is a multiple: providers take thousandths in tens only."""
        return 10 if exponent(self.fixed.currency) == 3 else 1

    def adds_to(self, wish: Money) -> Money:
        """Return the least that makes ``wish`` arrive, in whole minor units, when the fee is rounded up.

        With a share s and a fixed part f, the whole g is (wish + f) / (1 - s), rounded up; what is left of it is a
        whole number no less than wish + f less f, however the fee is rounded.
        """
        kept = BASIS - self.basis_points
        whole = -(-(wish.amount + self.fixed.amount) * BASIS // kept)
        return Money(-(-whole // self.step) * self.step - wish.amount, wish.currency)


def rule_for(currency: str) -> Rule | None:
    """Return what givers in ``currency`` may cover; None where it is not offered.

    The fixed part of the fee is in the newsroom's currency, so a gift in another cannot be told what it adds.
    """
    terms = FundingTerms.load()
    if not terms.offers_cover or currency != Newsroom.load().currency:
        return None
    return Rule(terms.fee_basis_points, Money(terms.fee_fixed, currency))


def cover_of(wish: Money, way: str) -> Money:
    """Return what is added to ``wish`` when its giver covers the fee of ``way``; nothing where there is none."""
    rule = rule_for(wish.currency) if takes_fee(way) else None
    return rule.adds_to(wish) if rule else Money(0, wish.currency)
