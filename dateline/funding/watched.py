"""Rows of funding that stand on public pages: the ledger, the drives, and what givers let us print."""

from dateline.delivery.triggers import Watch

WATCHED = [
    Watch("funding_leg", ("money",)),
    Watch("funding_drive", ("money", "drive")),
    Watch("funding_closing", ("money", "drive")),
    Watch("funding_expense", ("money",)),
    Watch("funding_gift", ("supporters",), columns=("visibility", "name", "message", "dedication", "withheld")),
]
