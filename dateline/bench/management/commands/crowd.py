"""``dateline crowd``: threads as long as one likes, to see what a newsroom does with them; for one thrown away."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.bench.crowd import comments_in_all, settle, talk
from dateline.bench.fill import fill
from dateline.imports.progress import Bar
from dateline.reports.models import ReportPage

OTHER = 2_000  # comments in each of the other threads
LONG = "5000,20000"


class Command(BaseCommand):
    """Exit code 0: they are there; 1: this is no newsroom to be filled, and nothing was written."""

    help = "Fill a newsroom that is thrown away with long threads: nobody wrote any of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--long", default=LONG, help="Lengths of the long threads, with commas between.")
        parser.add_argument("--others", type=int, default=400_000, help="Comments in other threads beside them.")
        parser.add_argument("--held", type=int, default=5_000, help="Comments that wait for a moderator.")
        parser.add_argument("--sure", action="store_true", help="Also where somebody has written already.")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("This is a newsroom in production. Nothing was written.")
        if comments_in_all() and not options["sure"]:
            raise CommandError("People have written here already. Nothing was written; --sure fills it all the same.")
        lengths = self.lengths(options)
        fill(0, len(lengths))
        pages = list(ReportPage.objects.order_by("-pk")[: len(lengths)])[::-1]
        bar = Bar(self.stderr, "comments")
        done, number = 0, sum(lengths) + options["held"]
        for place, (page, length) in enumerate(zip(pages, lengths, strict=True)):
            held = options["held"] // len(lengths) + (options["held"] % len(lengths) if place == 0 else 0)

            def say(stored: int) -> None:
                nonlocal done
                done += stored
                bar(done, number)

            talk(page, length, held=held, now=timezone.now(), say=say)
        settle()
        self.stdout.write(f"{comments_in_all()} comments in {len(lengths)} threads.")

    def lengths(self, options: dict[str, Any]) -> list[int]:
        """How long each thread is to be. Raises CommandError."""
        try:
            long = [int(each) for each in options["long"].split(",")]
        except ValueError as error:
            raise CommandError(f"--long takes numbers with commas between, such as {LONG}.") from error
        full, rest = divmod(max(options["others"], 0), OTHER)
        return [*long, *[OTHER] * full, *([rest] if rest else [])]
