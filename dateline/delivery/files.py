"""Uploaded files, sent so that a hostile one can do no harm.

A picture or a document came from a person. Whatever it claims to be, it is sent with a policy that lets it run nothing
and load nothing, and a browser is told not to guess its type; what is not known to be harmless is offered for download.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from email.utils import formatdate
from mimetypes import guess_type

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from .ranges import Span, Unsatisfiable, asked_span
from .stored import Stored, stored

SHOWN = {
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml",
    "audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav", "audio/x-wav", "audio/webm",
    "video/mp4", "video/webm", "video/ogg", "text/plain", "text/vtt",
}  # fmt: skip
DAY = 24 * 3600
POLICY = "default-src 'none'; sandbox"


def answer(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer a request for the uploaded file ``name``; raises Http404 for what is not there, and StorageAway."""
    file = stored(name)
    unchanged = get_conditional_response(request, etag=file.etag, last_modified=file.modified)
    response = unchanged or _content(request, file)
    response.headers["ETag"] = file.etag
    response.headers["Last-Modified"] = formatdate(file.modified, usegmt=True)
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _content(request: HttpRequest, file: Stored) -> HttpResponseBase:
    """Return all of the file, the span that was asked for (206), or the word that there is no such span (416)."""
    asked, size = request.headers.get("Range", ""), file.size
    if asked and request.headers.get("If-Range", file.etag) != file.etag:
        asked = ""
    try:
        span = asked_span(asked, size) if asked else None
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    whole = Span(0, size - 1)
    response = StreamingHttpResponse(_blocks(request, file, span or whole), status=206 if span else 200)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Length"] = str((span or whole).length)
    if span:
        response.headers["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
    _name_type(response, file.name)
    return response


def _name_type(response: HttpResponseBase, name: str) -> None:
    kind, encoding = guess_type(name)
    shown = kind in SHOWN and encoding is None
    if shown and kind is not None:
        response.headers["Content-Type"] = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        return
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"


def _blocks(request: HttpRequest, file: Stored, span: Span) -> Iterator[bytes] | AsyncIterator[bytes]:
    """Read in the manner of the server that asks: Django would otherwise load a whole film into memory to adapt it."""
    blocks = file.read(span)
    return _read_aside(blocks) if isinstance(request, ASGIRequest) else blocks


async def _read_aside(blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
    while block := await asyncio.to_thread(next, blocks, b""):
        yield block
