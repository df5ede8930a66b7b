"""Drives, gifts and the ledger."""

from .drive import Closing, Drive
from .event import InboundEvent
from .gift import Gift, GiftIntent, Recurring
from .ledger import Leg, Posting
from .outbox import Outbox
from .receipt import Receipt
from .supporter import Supporter

__all__ = [
    "Closing",
    "Drive",
    "Gift",
    "GiftIntent",
    "InboundEvent",
    "Leg",
    "Outbox",
    "Posting",
    "Receipt",
    "Recurring",
    "Supporter",
]
