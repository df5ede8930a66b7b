"""The ``dateline`` command: a thin front on Django's management commands."""

from __future__ import annotations

import argparse
import os
import sys

from django.core.management import execute_from_command_line

from dateline.lib.env import BadSetting


def main() -> None:
    """Run the command named by the arguments; a bad setting is one sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
    if sys.argv[1:2] == ["serve"]:
        remember_address(sys.argv[2:])
    try:
        execute_from_command_line(["dateline", *sys.argv[1:]])
    except BadSetting as error:
        sys.exit(f"dateline: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


def remember_address(arguments: list[str]) -> None:
    """Put --host and --port where the settings read them: links in mails and feeds are made from the address."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--host")
    parser.add_argument("--port")
    known, _rest = parser.parse_known_args(arguments)
    for name, value in (("DATELINE_HOST", known.host), ("DATELINE_PORT", known.port)):
        if value is not None:
            os.environ[name] = value


if __name__ == "__main__":
    main()
