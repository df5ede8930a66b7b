"""``dateline forget_contacts``: wipe what has been kept long enough."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from dateline.discussion.actions import forget_contacts, forget_visits


class Command(BaseCommand):
    """For who serves without ``dateline serve``, whose clock does this; what is not due stays."""

    help = "Wipe what is kept for 30 days: mail addresses, network origins, deleted words."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say on how many comments something was wiped."""
        wiped = forget_contacts(now=timezone.now())
        forget_visits(now=timezone.now())
        self.stdout.write(f"{wiped} comments no longer hold a mail address or network origin.")
