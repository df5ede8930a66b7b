"""What stands in a database, whichever: our own, or the copy that goes into the archive."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connections, models
from django.db.migrations.recorder import MigrationRecorder

from dateline.funding.actions import seals

from .manifest import Survey


def survey(using: str) -> Survey:
    """Return what stands in the database ``using``."""
    applied = MigrationRecorder(connections[using]).applied_migrations()
    return Survey(
        rows=row_counts(using),
        migrations=sorted(f"{app}.{name}" for app, name in applied),
        ledger=seals(using=using),
        files=named_files(using),
    )


def row_counts(using: str) -> dict[str, int]:
    """Return how many rows each table has."""
    connection = connections[using]
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  # its own name
            counts[table] = cursor.fetchone()[0]
    return counts


def named_files(using: str) -> set[str]:
    """Return the names of all uploads that a row has."""
    return {name for model, field in file_fields() for name in names_in(model, field, using)}


def file_fields() -> Iterator[tuple[type[models.Model], models.FileField]]:
    """Each field of each model that names a file."""
    for model in apps.get_models():
        if not model._meta.proxy and model._meta.managed:
            yield from ((model, field) for field in model._meta.local_fields if isinstance(field, models.FileField))


def names_in(model: type[models.Model], field: models.FileField, using: str) -> set[str]:
    """Return the names that one field of one model has."""
    rows = model._base_manager.using(using).exclude(**{field.attname: ""}).exclude(**{f"{field.attname}__isnull": True})
    return set(rows.values_list(field.attname, flat=True).order_by())
