"""A form that is filled in before anybody typed: by a link, or as its giver left it."""

from __future__ import annotations

import re
from typing import Any

from dateline.lib.money import BadAmount, parse_money

from .asking import presets
from .forms import OTHER
from .models import GiftIntent

TOKEN = re.compile(r"[\w-]{20,40}", re.ASCII)


def is_token(word: str) -> bool:
    """Whether ``word`` can be the word of a gift."""
    return bool(TOKEN.fullmatch(word))


def amount_asked(written: str, currency: str) -> dict[str, str]:
    """Return the form's answer for an amount in a link: one of ours is picked, any other stands in the field."""
    try:
        money = parse_money(written, currency)
    except BadAmount:
        return {"preset": OTHER}
    if money in presets(currency):
        return {"preset": money.plain}
    return {"preset": OTHER, "amount": money.plain}


def wish_again(intent: GiftIntent) -> dict[str, Any]:
    """Return the form's answers as the giver of ``intent`` left them; what was added for the fee is taken off again."""
    gift = intent.money - intent.fee if intent.fee else intent.money
    return amount_asked(gift.plain, gift.currency) | {
        "frequency": intent.frequency,
        "visibility": intent.visibility,
        "name": intent.name,
        "message": intent.message,
        "dedication": intent.dedication,
        "cover": bool(intent.cover),
        "email": intent.supporter.email if intent.supporter else "",
        "way": intent.provider,
        "page": intent.page,
    }
