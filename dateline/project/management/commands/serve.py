"""``dateline serve``: the newsroom, its background work and its clock, until Ctrl-C."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.lib.alone import NotAlone, alone_in
from dateline.people.rehearsal import mail_folder
from dateline.project import ports
from dateline.project.preparation import CannotWrite, check_home, prepare, sign_alike
from dateline.project.server import serve
from dateline.reports.actions import settle_site


class Command(BaseCommand):
    """One command serves everything; --host and --port are read before the settings are (see dateline.__main__)."""

    help = "Serve the newsroom, with its background work, until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=settings.HOST, help="Address to listen on (DATELINE_HOST).")
        parser.add_argument("--port", type=int, default=settings.PORT, help="Port to listen on (DATELINE_PORT).")
        parser.add_argument("--prepare", action="store_true", help="First do what `dateline prepare` does.")
        parser.add_argument("--no-sample", action="store_true", help="With --prepare: start with an empty newsroom.")
        parser.add_argument("--access-log", action="store_true", help="Print a line for each request.")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        try:
            ports.claim(host, port)
            check_home()
            with alone_in(settings.HOME):
                if options["prepare"]:
                    prepare(self.stdout.write, sample=not options["no_sample"])
                self.check()
                sign_alike()
                settle_site()
                serve(host, port, announce=self.announce, access_log=options["access_log"])
        except (ports.PortTaken, NotAlone, CannotWrite) as error:
            raise CommandError(str(error)) from error

    def announce(self, companions: list[str]) -> None:
        """Say where everything is."""
        folder = mail_folder()
        lines = [
            "",
            f"  The newsroom  {settings.BASE_URL}/",
            f"  The editor    {settings.BASE_URL}/newsroom/  (new password: dateline changepassword editor@localhost)",
            *([f"  Mails         none is sent, each is a file in {folder}/"] if folder else []),
            *[f"  {line}" for line in companions],
            "",
            "  Ctrl-C stops it.",
            "",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()
