"""The ``dateline`` command: a thin front on Django's management commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named by the arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
    execute_from_command_line(["dateline", *sys.argv[1:]])


if __name__ == "__main__":
    main()
