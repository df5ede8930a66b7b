"""Uploaded files, sent so that a hostile one can do no harm.

A picture or a document came from a person. Whatever it claims to be, it is sent with a policy that lets it run nothing
and load nothing, and a browser is told not to guess its type; what is not known to be harmless is offered for download.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from email.utils import formatdate
from mimetypes import guess_type
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.handlers.asgi import ASGIRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from .ranges import Span, Unsatisfiable, asked_span

SHOWN = {
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml",
    "audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav", "audio/x-wav", "audio/webm",
    "video/mp4", "video/webm", "video/ogg", "text/plain", "text/vtt",
}  # fmt: skip
BLOCK = 64 * 1024
DAY = 24 * 3600
POLICY = "default-src 'none'; sandbox"
GUARDED = "documents"  # Wagtail's folder of documents: its own view at /documents/ asks who may have them


def answer(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer a request for the uploaded file ``name``; raises Http404 for what is not inside the media folder."""
    path = media_path(name)
    stat = path.stat()
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    modified = int(stat.st_mtime)
    unchanged = get_conditional_response(request, etag=etag, last_modified=modified)
    response = unchanged or _content(request, path, stat.st_size, etag)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = formatdate(modified, usegmt=True)
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def media_path(name: str) -> Path:
    """Return where the file ``name`` lies; raises Http404 for whatever leaves the folder or starts with a dot."""
    if "\x00" in name or "\\" in name or any(part.startswith(".") for part in name.split("/")):
        raise Http404
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        path = Path(safe_join(str(root), name)).resolve()
        if path.is_relative_to(root) and not path.is_relative_to(root / GUARDED) and path.is_file():
            return path
    except (SuspiciousFileOperation, OSError) as error:  # is_file() raises where a name is too long to be one
        raise Http404 from error
    raise Http404


def _content(request: HttpRequest, path: Path, size: int, etag: str) -> HttpResponseBase:
    """Return all of the file, the span that was asked for (206), or the word that there is no such span (416)."""
    asked = request.headers.get("Range", "")
    if asked and request.headers.get("If-Range", etag) != etag:
        asked = ""
    try:
        span = asked_span(asked, size) if asked else None
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    whole = Span(0, size - 1)
    response = StreamingHttpResponse(_blocks(request, path, span or whole), status=206 if span else 200)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Length"] = str((span or whole).length)
    if span:
        response.headers["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
    _name_type(response, path)
    return response


def _name_type(response: HttpResponseBase, path: Path) -> None:
    kind, encoding = guess_type(path.name)
    shown = kind in SHOWN and encoding is None
    if shown and kind is not None:
        response.headers["Content-Type"] = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        return
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Disposition"] = content_disposition_header(True, path.name) or "attachment"


def _blocks(request: HttpRequest, path: Path, span: Span) -> Iterator[bytes] | AsyncIterator[bytes]:
    """Read in the manner of the server that asks: Django would otherwise load a whole film into memory to adapt it."""
    blocks = _read(path, span)
    return _read_aside(blocks) if isinstance(request, ASGIRequest) else blocks


def _read(path: Path, span: Span) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(span.first)
        left = span.length
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block


async def _read_aside(blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
    while block := await asyncio.to_thread(next, blocks, b""):
        yield block
