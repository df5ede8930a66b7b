"""Rows as files to take away: CSV that no spreadsheet runs, JSON that is never all in memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from dateline.lib.cells import harmless

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
BATCH = 500  # rows that are written at a time


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the heading and then the rows, each with its line end."""
    yield _line(columns)
    for row in rows:
        yield _line([harmless(row[column]) for column in columns])


def json_lines(head: Mapping[str, Any], name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one object: what ``head`` says, and under ``name`` the rows, one a line."""
    yield json.dumps(dict(head), ensure_ascii=False)[:-1] + f', "{name}": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps(dict(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def download(request: HttpRequest, lines: Iterable[str], *, name: str) -> HttpResponseBase:
    """Answer with ``lines`` as a file to keep, written as they come. ``name`` ends in .csv or .json."""
    blocks = _blocks(iter(lines))
    content = _one_by_one(blocks) if isinstance(request, ASGIRequest) else blocks
    response = StreamingHttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _line(cells: Sequence[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _blocks(lines: Iterator[str]) -> Iterator[bytes]:
    """Give ``BATCH`` lines at a time."""
    while batch := "".join(islice(lines, BATCH)):
        yield batch.encode()


async def _one_by_one(blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Read on in the one thread of this request, whose connection the rows come from; Django would load them all."""
    following = sync_to_async(lambda: next(blocks, b""), thread_sensitive=True)
    while block := await following():
        yield block
