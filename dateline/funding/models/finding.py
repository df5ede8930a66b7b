"""What a treasurer types to find money: part of a name or an id, an amount, a receipt's number."""

from __future__ import annotations

import re

from django.db.models import Q

from dateline.lib.money import DIGITS, BadAmount, parse_money

LONGEST = 200  # characters of a search that are looked at
RECEIPT = re.compile(r"(?:TEST-)?(\d{1,9})", re.IGNORECASE)
CREDITOR = re.compile(r"(?:RF\d\d)?([A-Z0-9]{8})")  # with or without the check of ISO 11649 before it


def searchable(typed: str) -> str:
    """Return what can be looked for: without the NUL that PostgreSQL refuses, and not longer than anything is."""
    return typed.replace("\x00", "").strip()[:LONGEST]


def amount_of(text: str) -> Q:
    """Match rows whose amount is what was typed, in whatever currency: 25 is 2500 cents and 25 yen."""
    found = Q(pk__in=[])
    for codes in DIGITS.values():
        currencies = codes.split()
        try:
            found |= Q(amount=parse_money(text, currencies[0]).amount, currency__in=currencies)
        except BadAmount:
            continue
    return found


def gift_of(text: str) -> Q:
    """Match gifts by name, dedication, the supporter's mail address, payment, reference, receipt or amount."""
    found = amount_of(text)
    for field in ("name", "dedication", "supporter__email", "payment_id", "intent__reference"):
        found |= Q(**{f"{field}__icontains": text})
    if number := RECEIPT.fullmatch(text):
        found |= Q(receipt__number=int(number.group(1)))
    if reference := CREDITOR.fullmatch("".join(text.split()).upper()):
        found |= Q(intent__reference__endswith=reference.group(1))
    return found
