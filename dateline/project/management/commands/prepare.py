"""``dateline prepare``: everything between a fresh checkout and the first page."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.project.preparation import CannotWrite, prepare


class Command(BaseCommand):
    """Safe to run again: it looks first, and does only what is missing."""

    help = "Make what is missing: tables, static files, the sample newsroom, the first editor."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-sample", action="store_true", help="Start with an empty newsroom.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            prepare(self.stdout.write, sample=not options["no_sample"])
        except CannotWrite as error:
            raise CommandError(str(error)) from error
