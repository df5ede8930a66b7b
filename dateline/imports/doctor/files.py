"""Uploads and the rows that name them."""

from __future__ import annotations

from datetime import datetime

from django.core.files.storage import default_storage

from dateline.imports.backup.survey import file_fields, names_in
from dateline.imports.backup.uploads import names
from dateline.reports.models import Rendition

from .answer import Answer, answer


def uploads(*, now: datetime, fix: bool) -> Answer:
    """Every file that a row names is there. What no row names costs room and nothing else."""
    wanted = {(model, field): names_in(model, field, "default") for model, field in file_fields()}
    named = set().union(*wanted.values())
    there = set(names(default_storage))
    lost: list[str] = []
    for (model, field), rows in wanted.items():
        if not issubclass(model, Rendition) and rows - there:
            lacking = (rows - there) & names_in(model, field, "default")  # not what was deleted while we looked
            lost += [f"{model._meta.verbose_name} {name} is not there." for name in sorted(lacking)]
    found = answer(f"{len(named & there)} files, each where its row says", lost)
    if loose := sorted(there - named):
        found.notes.append(f"{len(loose)} files are named by no row, such as {loose[0]}.")
    return found


def sizes(*, now: datetime, fix: bool) -> Answer:
    """Every size of a picture has its file; one without is forgotten, and made anew by `dateline serve`."""
    made = Rendition.objects.all_there_are()
    there = set(names(default_storage))
    lost = [size for size in made if size.file.name not in there]
    told = [f"Size {size.filter_spec} of picture {size.image_id} has no file." for size in lost]
    if fix:
        Rendition.objects.forget(lost)
    return answer("every size of a picture has its file", told, fix=fix)
