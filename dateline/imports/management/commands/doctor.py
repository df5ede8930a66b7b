"""``dateline doctor``: is everything as it must be?"""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.imports.doctor.answer import Answer
from dateline.imports.doctor.checks import examine


class Command(BaseCommand):
    """Exit code 0: sound; 1: something is to be seen to."""

    help = "Examine the installation: database, uploads, books, counters, settings, disk. --fix repairs counters."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fix", action="store_true", help="Recompute what can be recomputed; touch nothing else.")
        parser.add_argument("--json", action="store_true", help="Tell it as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        found: dict[str, Answer] = {}
        for name, answer in examine(now=timezone.now(), fix=options["fix"]):
            found[name] = answer
            if not options["json"]:
                self.tell(name, answer)
        if options["json"]:
            self.stdout.write(json.dumps({name: one.as_dict() for name, one in found.items()}, indent=2))
        ill = [name for name, answer in found.items() if not answer.is_sound]
        if ill:
            raise CommandError(f"Not sound: {', '.join(ill)}.")

    def tell(self, name: str, answer: Answer) -> None:
        """A line for the check, and one for each thing that it has to say."""
        mark = "ok" if answer.is_sound else "!!"
        self.stdout.write(f"{mark}  {name:19} {answer.words}")
        for kind, lines in (("", answer.complaints), ("set right: ", answer.fixed), ("note: ", answer.notes)):
            for line in lines:
                self.stdout.write(f"      {kind}{line}")
