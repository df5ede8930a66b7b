"""Storing many comments at once: ids known beforehand, one INSERT for the comments and one for what screening said.

Django's ``bulk_create`` makes a model and asks every field of it for every row; that costs more than all the rest of a
post. A test holds what is stored here equal to what Django stores.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models

from .models import Comment, Verdict
from .statements import ask, tell_each

LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = 'discussion_comment'"
NEXT_IDS = "SELECT nextval(pg_get_serial_sequence('discussion_comment', 'id')) FROM generate_series(1, %s)"


def _blank(model: type[models.Model]) -> dict[str, Any]:
    """The columns of a new row with the values that fields have by themselves."""
    return {field.attname: field.get_default() for field in model._meta.concrete_fields}


def _insertion(model: type[models.Model], columns: Sequence[str]) -> str:
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{model._meta.db_table}" ({quoted}) VALUES ({", ".join(["%s"] * len(columns))})'  # noqa: S608


COMMENT = _blank(Comment)
COMMENTS = _insertion(Comment, list(COMMENT))
VERDICT = {name: value for name, value in _blank(Verdict).items() if name != "id"}
VERDICTS = _insertion(Verdict, list(VERDICT))


def reserve_ids(number: int) -> list[int]:
    """Return as many ids of comments as are to be stored. Call it inside the transaction that stores them.

    On SQLite that transaction holds the only lock for writing, so nobody else takes the same ids.
    """
    if connection.vendor == "sqlite":
        last = ask(LAST_ID)
        first = last[0][0] + 1 if last else 1
        return list(range(first, first + number))
    return [row[0] for row in ask(NEXT_IDS, number)]


def insert_comments(comments: Sequence[dict[str, Any]]) -> None:
    """Store rows, each a mapping of columns; what is missing has the field's own default."""
    tell_each(COMMENTS, [_row(COMMENT, comment) for comment in comments])


def insert_verdicts(verdicts: Sequence[dict[str, Any]], now: datetime) -> None:
    """Store what screening said; ``reasons`` is a list as ``Reason.as_dict`` gives it."""
    times = {"screened_at": moment(now)}
    rows = [{**each, **times, "reasons": json.dumps(each["reasons"])} for each in verdicts]
    tell_each(VERDICTS, [_row(VERDICT, row) for row in rows])


def _row(blank: dict[str, Any], values: dict[str, Any]) -> tuple[Any, ...]:
    return tuple({**blank, **values}.values())


def moment(at: datetime) -> Any:
    """Return ``at`` as the database takes it."""
    return connection.ops.adapt_datetimefield_value(at)
