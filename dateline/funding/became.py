"""What a gift became: a round amount divided as the month's money was, to the last cent."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dateline.lib.money import Money

from .asking import presets
from .books import Month


@dataclass(frozen=True)
class Share:
    """A part of the round amount, and what it became."""

    words: str
    money: Money


@dataclass(frozen=True)
class Became:
    """``of`` is divided into ``shares`` that sum to it. ``is_beyond`` where more went out than came that month."""

    month: Month
    of: Money
    shares: list[Share]
    is_beyond: bool


def became(month: Month) -> Became | None:
    """Divide a round gift as the money of ``month`` was: purposes, fees, what went back, and what is kept.

    Where more went out than came, it is the outgoing money that is divided. None where nothing moved either way.
    """
    parts = [(purpose, amount) for purpose, amount in sorted(month.purposes.items(), key=lambda one: -one[1])]
    told = sum(amount for _purpose, amount in parts)
    parts += [
        (_("other purposes"), month.spent.amount - told),
        (_("fees of payment providers"), month.fees.amount),
        (_("given back"), month.went_back.amount),
        (_("differences of rates"), month.rates.amount),
    ]
    parts = [(words, amount) for words, amount in parts if amount > 0]
    out = sum(amount for _words, amount in parts)
    came = month.gifts.amount
    if came > out:
        parts.append((_("kept for the months to come"), came - out))
    whole = max(came, out)
    if whole <= 0:
        return None
    of = presets(month.currency)[1]
    amounts = divided(of.amount, [amount for _words, amount in parts])
    shares = [Share(words, Money(amount, of.currency)) for (words, _a), amount in zip(parts, amounts, strict=True)]
    return Became(month, of, shares, is_beyond=out > came)


def divided(whole: int, weights: list[int]) -> list[int]:
    """Divide ``whole`` minor units by ``weights`` (positive) so that the parts sum to it: largest remainders first."""
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    by_rest = sorted(range(len(weights)), key=lambda place: -(whole * weights[place] % total))
    for place in by_rest[: whole - sum(parts)]:
        parts[place] += 1
    return parts
