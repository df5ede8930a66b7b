"""What a meter is the sum of: gifts, less refunds, less disputes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.lib.money import Money

from .models import Drive
from .models.gift import EXPLAINING
from .models.ledger import Account


def sums_of(drive: Drive, by_account: Mapping[str, int]) -> dict[str, Any]:
    """Return ``parts`` (word, money), as the ledger has them for ``drive``, and what they sum to: ``raised``."""
    parts = [(str(Account(name).label), Money(by_account.get(name, 0), drive.currency)) for name in EXPLAINING]
    return {"parts": parts, "raised": Money(sum(by_account.values()), drive.currency)}
