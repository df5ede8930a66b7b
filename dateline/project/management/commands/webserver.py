"""``dateline webserver``: what nginx or Caddy has to know to read the page store of this newsroom itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.delivery.renderer import renderer
from dateline.delivery.webserver import caddy, nginx
from dateline.delivery.webserver.site import Site, Unfit
from dateline.project.application import LARGER
from dateline.project.server import common_headers, is_our_host, leave_of

PROGRAMS = {"nginx": nginx.configuration, "caddy": caddy.configuration}


class Command(BaseCommand):
    """Prints and changes nothing; what it prints follows from the settings, so it has to be printed with them."""

    help = (
        "Print a configuration with which nginx or Caddy sends ready pages itself. docs/deploy.md says where it goes."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("program", choices=sorted(PROGRAMS))
        parser.add_argument(
            "--domain",
            action="append",
            metavar="NAME",
            help="A host name that it answers to; may be given again. Without: all of DATELINE_ALLOWED_HOSTS.",
        )
        parser.add_argument(
            "--upstream",
            default=f"{settings.HOST}:{settings.PORT}",
            metavar="HOST:PORT",
            help="Where `dateline serve` listens (%(default)s).",
        )
        parser.add_argument("--port", type=int, help="The port it listens on: 443, with --plain 80.")
        parser.add_argument("--plain", action="store_true", help="Without TLS: a proxy in front holds the certificate.")
        parser.add_argument("--certificate", default="", metavar="FILE", help="The certificate, with those above it.")
        parser.add_argument(
            "--key", default="", metavar="FILE", help="Its key. Caddy fetches both where none is named."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(PROGRAMS[options["program"]](site_for(options)), ending="")
        except Unfit as error:
            raise CommandError(str(error)) from error


def site_for(options: dict[str, Any]) -> Site:
    """Return this installation as the web server sees it. Raises Unfit."""
    hosts = tuple(options["domain"] or settings.ALLOWED_HOSTS)
    plain = options["plain"]
    refuse_unfit(hosts, options)
    return Site(
        hosts=hosts,
        store=Path(settings.DELIVERY_FOLDER),
        static=Path(settings.STATIC_ROOT),
        upstream=options["upstream"],
        port=options["port"] or (80 if plain else 443),
        is_plain=plain,
        certificate=options["certificate"],
        key=options["key"],
        common=common_headers(),
        policies=renderer().policies(),
        leave=leave_of(settings.DELIVERY_CDN),
        most=max(LARGER.values()),
        insists_on_tls=settings.SECURE_SSL_REDIRECT,
        proxies=settings.TRUSTED_PROXIES,
    )


def refuse_unfit(hosts: tuple[str, ...], options: dict[str, Any]) -> None:
    """Raise Unfit for what would be wrong with any web server."""
    strangers = [host for host in hosts if host == "*" or not is_our_host(host.lstrip("."))]
    if strangers:
        raise Unfit(f"{strangers[0]} is no name of ours. Name one of DATELINE_ALLOWED_HOSTS with --domain.")
    if not settings.DELIVERY_FOLDER:
        raise Unfit("With DATELINE_DEBUG no pages are kept, so there is nothing for a web server to read.")
    if not settings.TRUSTED_PROXIES:
        raise Unfit("Set DATELINE_TRUSTED_PROXIES=1 first, or all readers would pass for one, the web server.")
    if bool(options["certificate"]) != bool(options["key"]) or (options["plain"] and options["key"]):
        raise Unfit("--certificate and --key belong together, and --plain needs neither.")
    if options["plain"] and settings.SECURE_SSL_REDIRECT and settings.TRUSTED_PROXIES < 2:
        raise Unfit(
            "With --plain another proxy stands in front, which makes two: set DATELINE_TRUSTED_PROXIES=2. (Pages are "
            "for https alone; DATELINE_SSL_REDIRECT=no says otherwise.)"
        )
