"""``dateline restore``: a backup put back where the newsroom lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.imports.backup.manifest import Manifest
from dateline.imports.backup.restoring import NotRestored, Restored, differences, judge, restore
from dateline.imports.progress import Bar

UNSOUND = 3


class Command(BaseCommand):
    """Exit code 0: restored and sound; 1: nothing was changed; 3: restored, and something should be looked at."""

    help = "Put a backup back. It is checked first, and what was there is put aside, not deleted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="What `dateline backup` made.")
        parser.add_argument("--check", action="store_true", help="Only read the backup and say whether it is whole.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done, and do nothing.")
        parser.add_argument("--force", action="store_true", help="Also over a newsroom, which is put aside.")

    def handle(self, *args: Any, **options: Any) -> None:
        path, dry = Path(options["file"]), options["dry_run"]
        try:
            if options["check"]:
                self.stdout.write(f"{described(judge(path, self.bar))} Every sum is right.")
                return
            done = restore(path=path, force=options["force"], dry=dry, now=timezone.now(), tell=self.bar)
        except NotRestored as error:
            raise CommandError(str(error)) from error
        self.stdout.write(in_words(done, dry))
        if not dry:
            self.look_after(done)

    def bar(self, what: str) -> Bar:
        """A bar for one kind of work."""
        return Bar(self.stderr, what)

    def look_after(self, done: Restored) -> None:
        """Hold what is there now against the backup, and have it examined."""
        if lost := differences(done.manifest):
            raise CommandError(f"Restored, but {' '.join(lost)}", returncode=UNSOUND)
        if done.older:
            self.stdout.write("The backup is older than this Dateline: run `dateline prepare`, then `dateline doctor`.")
            return
        try:
            call_command("doctor", stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            raise CommandError(f"Restored. {error}", returncode=UNSOUND) from error


def described(manifest: Manifest) -> str:
    """Say what a backup is."""
    rows, files = sum(manifest.rows.values()), len(manifest.members) - 1
    return f"A backup of {manifest.made_at} by Dateline {manifest.dateline}: {rows} rows, {files} uploads."


def in_words(done: Restored, dry: bool) -> str:
    """Say what was done, or would be."""
    lines = [described(done.manifest), "This was a dry run: nothing was changed." if dry else "It is in place."]
    lines += [f"What was there {'would go to' if dry else 'is now at'} {where}" for where in done.aside]
    return "\n".join(lines)
