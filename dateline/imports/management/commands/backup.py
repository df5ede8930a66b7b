"""``dateline backup``: the newsroom as it is at this moment, in one file, while it is served."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.imports.backup.keeping import place_for, remove_older
from dateline.imports.backup.making import Made, NotMade, make_backup
from dateline.imports.progress import Bar

INTERRUPTED = 130  # as a shell says it


class Command(BaseCommand):
    """Exit code 0: made, and read back; 1: not made, and nothing half made is left; 130: interrupted, and the same."""

    help = "Write database and uploads into one checked file, while the newsroom is served. Never the signing key."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "place", nargs="?", default="", metavar="FILE|DIR", help="Where to; a folder gets a name with the date."
        )
        parser.add_argument(
            "--keep", type=int, metavar="N", help="Then leave only the newest N backups in that folder."
        )
        parser.add_argument("--json", action="store_true", help="Tell what was made as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        now, keep = timezone.now(), options["keep"]
        path = place_for(options["place"], settings.HOME / "backups", now)
        if keep is not None and keep < 1:
            raise CommandError("--keep takes 1 or more. Nothing was made.")
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            made = make_backup(path=path, now=now, tell=lambda what: Bar(self.stderr, what))
            gone = remove_older(path.parent, keep) if keep else []
        except NotMade as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as error:
            raise CommandError("Interrupted; no backup was made.", returncode=INTERRUPTED) from error
        self.stdout.write(as_json(made, gone) if options["json"] else in_words(made, gone))


def as_json(made: Made, gone: list[Path]) -> str:
    """Return what was made for a script."""
    told = {"path": str(made.path), "size": made.size, "removed": [str(path) for path in gone]}
    return json.dumps({**told, **made.manifest.as_dict()}, ensure_ascii=False, indent=2)


def in_words(made: Made, gone: list[Path]) -> str:
    """Return the same for a person."""
    manifest = made.manifest
    lines = [
        f"{made.path}: {sum(manifest.rows.values())} rows and {len(manifest.members) - 1} uploads, "
        f"{made.size / 2**20:.1f} MiB, read back and right.",
        "The signing key and the values of the settings are not in it: keep them apart.",
    ]
    if manifest.missing:
        lines.append(f"{len(manifest.missing)} uploads that a row names are not there, such as {manifest.missing[0]}.")
    return "\n".join([*lines, *(f"Removed {path.name}." for path in gone)])
