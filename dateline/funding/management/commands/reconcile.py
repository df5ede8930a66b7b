"""``dateline reconcile``: hold our books against the providers' now, and not within the hour."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dateline.funding.actions import reconcile
from dateline.funding.models import Reconciliation
from dateline.funding.providers import configured
from dateline.lib.money import Money


class Command(BaseCommand):
    """Books what nobody told us of, and ends with 1 where a balance differs or a provider does not answer."""

    help = "Book what payment providers have and nobody told us of, and compare the balances"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One choice."""
        parser.add_argument("--provider", help="only this one")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare with each provider in use and say what was found."""
        chosen = [each for each in configured() if options["provider"] in {None, each.name}]
        if not chosen:
            raise CommandError("No such provider is in use." if options["provider"] else "No provider is in use.")
        compared = [reconcile(provider=provider, now=timezone.now(), told=self._tell) for provider in chosen]
        for row in compared:
            self.stdout.write(f"{row.provider}: {said_of(row)}")
        if any(row.error or row.differences for row in compared):
            raise CommandError("Not all is as it must be. What is booked is safe.", returncode=1)

    def _tell(self, seen: int) -> None:
        if seen % 500 == 0:
            self.stderr.write(f"{seen:,} movements looked at")


def said_of(row: Reconciliation) -> str:
    """Say in a line how a comparison ended."""
    if row.error:
        return f"does not answer: {row.error} What was compared before stays; it is tried again within the hour."
    found = f"{row.found} movements were booked that nobody had told us of; " if row.found else ""
    if not row.differences:
        return f"{found}the books agree with the provider's balance."
    differences = ", ".join(Money(amount, currency).text() for currency, amount in row.differences.items())
    return f"{found}the provider has {differences} beyond our books."
