"""Asking the whole of Django for a page, in this process and as nobody in particular."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class Visited(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    content: bytes


@cache
def handler() -> WSGIHandler:
    """The application with its middleware; made once."""
    return WSGIHandler()


def visit(address: str) -> Visited:
    """Return what a reader gets at ``address``: a path as a person reads it, and a query behind it."""
    path, _mark, query = address.partition("?")
    base = urlsplit(settings.BASE_URL)
    environ: dict[str, object] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": base.netloc,
        "wsgi.url_scheme": base.scheme,
    }
    if base.scheme == "https":
        environ["HTTP_X_FORWARDED_PROTO"] = "https"
    setup_testing_defaults(environ)
    response = handler().get_response(WSGIRequest(environ))
    try:
        content = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
        return Visited(response.status_code, dict(response.items()), content)
    finally:
        response.close()
