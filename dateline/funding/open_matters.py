"""What is still open before a month ends: it closes by the clock all the same, and what comes later is booked later."""

from __future__ import annotations

from dataclasses import dataclass

from .actions import apart
from .mode import current_mode
from .models import BankLine, InboundEvent


@dataclass(frozen=True)
class OpenMatters:
    """Lines of bank statements to be looked at, provider's notices not done yet or given up, and what differs."""

    lines: int
    waiting: int
    given_up: int
    differences: list[str]

    @property
    def is_clear(self) -> bool:
        """Whether nothing is open."""
        return not (self.lines or self.waiting or self.given_up or self.differences)


def open_matters() -> OpenMatters:
    """Look at what waits in the installation's mode; four queries."""
    mode = current_mode()
    events = InboundEvent.objects.in_mode(mode)
    return OpenMatters(
        lines=BankLine.objects.waiting(mode).count(),
        waiting=events.waiting().count(),
        given_up=events.given_up().count(),
        differences=apart(),
    )
