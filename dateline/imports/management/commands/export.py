"""``dateline export site DIR``: the newsroom as files that any web server can send."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.imports.progress import Bar
from dateline.imports.site.archiving import Exported, NotExported, export_site

DEAD_LINKS = 3
INTERRUPTED = 130
TOLD = 20  # dead links; --json tells all


class Command(BaseCommand):
    """Exit code 0: written, and every link leads somewhere; 1: nothing was written; 3: written, with dead links."""

    help = "Write the public newsroom as static files: every page, picture, feed and map that readers can walk to."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
        site = what.add_parser("site", help="The public pages, as files.", description=self.help)
        site.add_argument("folder", metavar="DIR", help="An empty folder, or one that is made.")
        site.add_argument("--base", default="", metavar="URL", help="Where the copy will stand, if it is known.")
        site.add_argument("--note", default="", help="What stands where a page would ask for words or money.")
        site.add_argument("--json", action="store_true", help="Tell what was written, and every dead link, as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        base = address(options["base"])
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            done = export_site(
                folder=Path(options["folder"]).absolute(),
                now=timezone.now(),
                base=base,
                note=options["note"],
                progress=Bar(self.stderr, "Pages"),
            )
        except NotExported as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as error:
            raise CommandError("Interrupted; nothing was written.", returncode=INTERRUPTED) from error
        self.stdout.write(as_json(done) if options["json"] else in_words(done))
        if done.dead:
            raise CommandError(f"{len(done.dead)} links lead nowhere.", returncode=DEAD_LINKS)


def address(words: str) -> str:
    """Return an address without a slash at its end; raises CommandError for what is none."""
    if words and (urlsplit(words).scheme not in ("http", "https") or not urlsplit(words).netloc):
        raise CommandError(f"--base is “{words}”; it must look like https://archive.example.")
    return words.rstrip("/")


def as_json(done: Exported) -> str:
    """Return what was written for a script."""
    dead = [{"address": one.address, "status": one.status, "found_on": one.found_on} for one in done.dead]
    told = {"folder": str(done.folder), "files": done.files, "size": done.size, "dead": dead}
    return json.dumps(told, ensure_ascii=False, indent=2)


def in_words(done: Exported) -> str:
    """Return the same for a person."""
    lines = [
        f"{done.folder}: {done.files} files, {done.size / 2**20:.1f} MiB. Open index.html, or put it on any server."
    ]
    lines += [f"{one.address} (on {one.found_on}) answers {one.status}." for one in done.dead[:TOLD]]
    return "\n".join(lines)
