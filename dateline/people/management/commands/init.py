"""``dateline init``: the newsroom's name and its first editor."""

from __future__ import annotations

import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from dateline.people.actions import make_first_editor


class Command(BaseCommand):
    """Safe to run again: whoever is in charge stays so, and their password is not touched."""

    help = "Make the first editor's account and print its password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mail", default="", help="Mail address of the first editor; also what they sign in with.")
        parser.add_argument("--name", default="", help="The editor's name as readers see it.")
        parser.add_argument("--newsroom", default="", help="Name of the newsroom, if it has none yet.")

    def handle(self, *args: Any, **options: Any) -> None:
        mail = options["mail"] or self.ask("Mail address of the first editor", "editor@localhost")
        name = options["name"] or self.ask("Their name", "Editor")
        newsroom = options["newsroom"] or self.ask("Name of the newsroom", "")
        check_mail(mail)
        made = make_first_editor(mail=mail, name=name, newsroom_name=newsroom)
        if made.password is None:
            self.stdout.write(f"{made.user.username} is in charge already; nothing was changed about them.")
            return
        self.stdout.write(f"Sign in at /newsroom/ as {made.user.username}")
        self.stdout.write(f"Password, shown only now: {made.password}")

    def ask(self, question: str, answer: str) -> str:
        """Ask on a terminal; elsewhere, where nobody could answer, take the usual answer."""
        if not sys.stdin.isatty():
            return answer
        hint = f" [{answer}]" if answer else ""
        return input(f"{question}{hint}: ").strip() or answer


def check_mail(mail: str) -> None:
    """Raise CommandError unless ``mail`` is an address; one on this very machine (@localhost) will do."""
    try:
        validate_email(mail)
    except ValidationError as error:
        raise CommandError(f"“{mail}” is not a mail address. Nothing was made. Try --mail you@example.org.") from error
