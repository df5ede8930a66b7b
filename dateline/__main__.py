"""The ``dateline`` command: a thin front on Django's management commands."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import Any

import django
from django.core.management import execute_from_command_line, get_commands, load_command_class

from dateline import __version__
from dateline.lib.env import BadSetting

MET_FIRST = ("serve", "prepare", "init", "demo", "import", "backup", "restore", "doctor", "export")
BESIDE = {
    "claims": "Tell what the assistant reads in a text, and which claims it would propose",
    "places": "Make the gazetteer, and look up a name of a place in it",
    "screen": "Tell what the screening says of a comment or of a file, and measure how good it is",
}


def main() -> None:
    """Run the command named by the arguments; a bad setting is one sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
    asked = sys.argv[1:]
    if asked[:1] == ["serve"]:
        remember_address(asked[1:])
    if asked[:1] == ["runserver"]:
        remember_last(asked[1:])
    try:
        if asked in (["--version"], ["version"]):
            sys.stdout.write(f"Dateline {__version__}\n")
        elif asked[:1] == ["screen"]:  # needs no settings, and no other command needs what it loads
            sys.exit(import_module("dateline.screening.measure.command").main(asked[1:]))
        elif asked[:1] == ["places"]:
            sys.exit(import_module("dateline.atlas.gazetteer.command").main(asked[1:], newsroom_places))
        elif asked[:1] == ["claims"]:
            sys.exit(import_module("dateline.reading.command").main(asked[1:], report_of))
        elif asked in ([], ["help"], ["--help"], ["-h"]):
            sys.stdout.write(overview())
        else:
            execute_from_command_line(["dateline", *asked])
    except BadSetting as error:
        sys.exit(f"dateline: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


def newsroom_places() -> list[tuple[Any, list[str]]]:
    """The newsroom's own places; settings and database are needed for nothing else that ``places`` does."""
    django.setup()
    shadows: list[tuple[Any, list[str]]] = import_module("dateline.atlas.models").Place.objects.shadows()
    return shadows


def report_of(page: bytes) -> tuple[str, str]:
    """The headline and the report of a page's dump, as the importer tells them from what stands around them."""
    post = import_module("dateline.imports.page.reader").read_page(page).post
    return (post.headline, "\n\n".join(post.paragraphs)) if post else ("", "")


def overview() -> str:
    """Our own commands with a line each, in the order in which one meets them; the framework's are many and below."""
    django.setup()
    apps = {name: str(app) for name, app in get_commands().items() if str(app).startswith("dateline.")}
    names = sorted([*apps, *BESIDE], key=rank)
    words = BESIDE | {name: load_command_class(apps[name], name).help.split(". ")[0].rstrip(".") for name in apps}
    rows = "".join(f"  {name:17}{words[name]}\n" for name in names)
    return (
        f"Dateline {__version__}, a newsroom in one program.\n\n"
        f"Usage: dateline COMMAND [OPTIONS]\n\n{rows}\n"
        "`dateline COMMAND --help` tells its options. All of Django's and Wagtail's commands are there too:\n"
        "`dateline help --commands` names them.\n"
    )


def rank(name: str) -> tuple[int, str]:
    """Where a command stands among the others."""
    return MET_FIRST.index(name) if name in MET_FIRST else len(MET_FIRST), name


def remember_address(arguments: list[str]) -> None:
    """Put --host and --port where the settings read them: links in mails and feeds are made from the address."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--host")
    parser.add_argument("--port")
    known, _rest = parser.parse_known_args(arguments)
    for name, value in (("DATELINE_HOST", known.host), ("DATELINE_PORT", known.port)):
        if value is not None:
            os.environ[name] = value


def remember_last(arguments: list[str]) -> None:
    """Do the same for Django's own server, which takes the address as ``port`` or ``host:port`` at the end."""
    host, _colon, port = next((word for word in reversed(arguments) if not word.startswith("-")), "").rpartition(":")
    if port.isdigit():
        os.environ["DATELINE_HOST"] = host or "127.0.0.1"
        os.environ["DATELINE_PORT"] = port


if __name__ == "__main__":
    main()
