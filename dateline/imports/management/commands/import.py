"""``dateline import FORMAT FILE``: show the plan, then do it."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.imports.actions import Result, bring_in, drive_in_the_way
from dateline.imports.formats import FORMATS, Format
from dateline.imports.models import Source
from dateline.imports.place import place_of, terms_at_place
from dateline.imports.plan import Action, Plan, make_plan
from dateline.imports.progress import Bar
from dateline.imports.table import table
from dateline.people.models import Newsroom


class Command(BaseCommand):
    """Exit code 0: done, or nothing to do; 1: refused, and nothing was made."""

    help = (
        "Bring in an archive: reports as drafts, their comments screened, what their meters showed. Nobody is mailed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        formats = parser.add_subparsers(dest="format", required=True, metavar="FORMAT")
        for format in FORMATS.values():
            one = formats.add_parser(format.name, help=format.help, description=format.help)
            one.add_argument("file", metavar="FILE", help="The file to read.")
            one.add_argument("--published", type=day, metavar="DATE", help="Day of publication, such as 2017-11-03.")
            one.add_argument("--section", default="from-the-archive", help="Slug of the section for the report.")
            one.add_argument("--dry-run", action="store_true", help="Print the plan and make nothing.")
            one.add_argument("--json", action="store_true", help="Print the plan as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        now, path = timezone.now(), Path(options["file"])
        format = FORMATS[options["format"]]
        plan = planned(format, path, options["published"], options["section"], now)
        if not options["json"]:
            columns = shutil.get_terminal_size((120, 24)).columns
            self.stdout.writelines(f"{line}\n" for line in table(plan, columns))
        result = None if options["dry_run"] else self.bring(plan, format, path, options["section"], now)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(plan, result), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(closing_words(plan, result))

    def bring(self, plan: Plan, format: Format, path: Path, slug: str, now: datetime) -> Result:
        """Carry out the plan."""
        section = (slug, slug.replace("-", " ").capitalize())
        progress = Bar(self.stderr, "Comments")
        return bring_in(plan=plan, format=format.name, name=path.name, section=section, now=now, progress=progress)


def day(text: str) -> date:
    """Read a day; argparse turns the ValueError into a usage line."""
    return date.fromisoformat(text)


def planned(format: Format, path: Path, published: date | None, slug: str, now: datetime) -> Plan:
    """Read the file and return the plan. Raises CommandError with a sentence for a file that cannot be read."""
    try:
        record = format.read(path.read_bytes(), Newsroom.load().currency)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}. Nothing was made.") from error
    except ValueError as error:
        raise CommandError(f"{path} was not imported. {error} Nothing was made.") from error
    source = Source.objects.read_before(format.name, record.digest)
    known = source.keys() if source else frozenset()
    terms = terms_at_place(place_of(source, slug), now)
    return make_plan(record, published=published, known=known, drive=drive_in_the_way(record.meter, now), terms=terms)


def as_json(plan: Plan, result: Result | None) -> dict[str, Any]:
    """Return plan and result for a script."""
    return {
        "plan": [row.as_dict() for row in plan.rows],
        "counts": {action.value: plan.count(action) for action in Action},
        "made": made_counts(result) if result else None,
    }


def made_counts(result: Result) -> dict[str, int]:
    """Return how much was made."""
    return {"reports": int(bool(result.report)), "drives": int(bool(result.drive)), "comments": len(result.comments)}


def closing_words(plan: Plan, result: Result | None) -> str:
    """Say in one sentence what happened."""
    if result is None:
        return "This was a dry run: nothing was made."
    made = made_counts(result)
    if not any(made.values()):
        return "Everything in this file had been imported before; nothing was changed."
    where = f" The draft is at /newsroom/pages/{result.report.pk}/edit/." if result.report else ""
    things = [f"{count} {what if count != 1 else what[:-1]}" for what, count in made.items() if count]
    return f"Made: {', '.join(things)}.{where}"
