"""Drives, gifts and the ledger."""

from .drive import Closing, Drive
from .event import InboundEvent
from .expense import Expense
from .gift import Gift, GiftIntent, Recurring
from .halt import Halt
from .ledger import Leg, Posting
from .look import Look
from .receipt import Receipt
from .reconciliation import Reconciliation
from .statement import BankFile, BankLine
from .supporter import Supporter
from .terms import FundingTerms

__all__ = [
    "BankFile",
    "BankLine",
    "Closing",
    "Drive",
    "Expense",
    "FundingTerms",
    "Gift",
    "GiftIntent",
    "Halt",
    "InboundEvent",
    "Leg",
    "Look",
    "Posting",
    "Receipt",
    "Reconciliation",
    "Recurring",
    "Supporter",
]
