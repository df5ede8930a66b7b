"""``dateline demo``: the sample newsroom."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from itertools import count
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from dateline.imports.sample.loading.memory import NAME, Memory
from dateline.imports.sample.loading.plan import all_steps
from dateline.reports.actions import develop_pictures
from dateline.reports.models import Picture, ReportPage

CELLS = 30


class Command(BaseCommand):
    """Loads what is missing and touches nothing else, so that it may be run again at any time."""

    help = "Load the sample newsroom, The Vess Valley Courier, into an empty installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--now", default="", help="The moment to count back from, as 2025-11-14T09:30:00+00:00.")

        parser.add_argument(
            "--leave-sizes",
            action="store_true",
            help="Leave the pictures' sizes to `dateline serve`, which starts next.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = moment(options["now"])
        memory = Memory(now)
        if not memory.keys and ReportPage.objects.exists():
            raise CommandError("This newsroom has reports of its own. Nothing was loaded; use an empty DATELINE_HOME.")
        steps = all_steps(now)
        if all(step.key in memory.keys for step in steps):
            self.stdout.write(f"{NAME} is here already; nothing was changed.")
            return
        for done, step in enumerate(steps, 1):
            memory.take(step)
            self.tell(done, len(steps), step.key)
        self.index()
        if not options["leave_sizes"]:
            self.develop(now)
        self.stdout.write(f"{NAME} is ready: its reports, readers and drive are in place.")

    def index(self) -> None:
        """Let search and pictures' own pages know now what the worker would find out a while after the first reader."""
        for command in ("update_index", "rebuild_references_index"):
            call_command(command, verbosity=0, stdout=StringIO())

    def develop(self, now: datetime) -> None:
        """Make the sizes of the pictures, so that the first reader waits for none."""
        total = Picture.objects.published().count()
        done = count(1)
        develop_pictures(now=now, tell=lambda title: self.tell(min(next(done), total), total, f"sizes of {title}"))

    def tell(self, done: int, total: int, key: str) -> None:
        """A bar on a terminal; elsewhere a line for each kind of thing would be noise, so one in ten steps."""
        if self.stdout.isatty():
            bar = "█" * (done * CELLS // total)
            self.stdout.write(f"\r{bar:░<{CELLS}} {done}/{total} {key[:40]:<40}", ending="\n" if done == total else "")
            self.stdout.flush()
        elif done % 10 == 0:
            self.stdout.write(f"{done} of {total}: {key}")


def moment(written: str) -> datetime:
    """The time to load for; raises CommandError."""
    now = parse_datetime(written) if written else timezone.now()
    if now is None or now.tzinfo is None:
        raise CommandError("--now needs a date, a time and an offset, as 2025-11-14T09:30:00+00:00.")
    return now
