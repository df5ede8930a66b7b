"""What happens to every answer on its way out, and to the sender's address on the way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from whitenoise.middleware import WhiteNoiseMiddleware

from .door.relay import TROUBLE_WORD
from .outage import Trouble, Troubled
from .sender import sender_address
from .views import health

TEXT = (
    "text/",
    "application/json",
    "application/feed+json",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "application/manifest+json",
    "image/svg+xml",
)


class StaticFiles(WhiteNoiseMiddleware):
    """WhiteNoise, giving bytes where it gives a stream: under ASGI Django reads a stream whole, and warns each time."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponse:
        """Answer with the file, in the compression that was asked for."""
        found = static_file.get_response(request.method, request.META)
        with found.file or _Nothing() as file:
            response = HttpResponse(file.read(), status=int(found.status))
        del response.headers["Content-Type"]
        for name, value in found.headers:
            response.headers[name] = value
        return response


class _Nothing:
    """The file of an answer that has none, such as 304."""

    def __enter__(self) -> _Nothing:
        return self

    def __exit__(self, *_exc: object) -> None:
        return None

    def read(self) -> bytes:
        return b""


class Compression(GZipMiddleware):
    """Gzip for text only: pictures are small already, and a stream or a span of a file must pass untouched.

    Django adds random bytes against BREACH, which matters on the few pages with a token; public pages hold no secret.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress what gains by it."""
        kind = response.headers.get("Content-Type", "")
        if response.streaming or not kind.startswith(TEXT):
            return response
        return super().process_response(request, response)


class Health:
    """Answer at /healthz before anything else can fail: the newsroom's own row needs the database too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return health.show(request) if request.path == "/healthz" else self.get_response(request)


class TrustedProxies:
    """Put the sender's own address in REMOTE_ADDR; see ``sender.sender_address`` for whose word counts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.META["REMOTE_ADDR"] = sender_address(request.META)
        return self.get_response(request)


class NoNul:
    """Nothing has a NUL byte in its address; PostgreSQL would raise an error where such an address is looked up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path:
            raise Http404
        return self.get_response(request)


class NotTwice:
    """Try nothing again that the writer could not store, or may have stored: its sender is shown the form, and why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if trouble := getattr(request, "scope", {}).get(TROUBLE_WORD):
            raise Troubled(Trouble(trouble))
        return self.get_response(request)
