"""The service: Stripe's API over HTTP, a checkout page and a control panel where one chooses what happens.

Started beside the newsroom by ``serve``. It listens on the loopback address alone and refuses to start in production.
Its pages plainly say that no money moves.
"""

from __future__ import annotations

import hmac
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from dateline.funding.mode import Mode, current_mode

from . import faults, keys, pages
from .api import Api
from .encoding import decoded
from .messenger import Messenger
from .things import Row
from .till import Refused, Till

log = logging.getLogger(__name__)
MOST_BYTES = 64 * 1024
PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
HTML = "text/html; charset=utf-8"
HOST = "127.0.0.1"


class NotInProduction(Exception):
    """The rehearsal provider was started where money is real. Set DATELINE_MODE or do not start it."""


class RehearsalServer(ThreadingHTTPServer):
    """Holds what every request needs: the till, its API and the messenger."""

    daemon_threads = True

    def __init__(self, port: int, path: Path | None) -> None:
        super().__init__((HOST, port), Handler)
        self.till = Till(path)
        self.messenger = Messenger()
        self.api = Api(self.till, self.tell)

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://{HOST}:{self.server_port}"

    def tell(self, events: list[Row]) -> None:
        """Tell the newsroom of events, with the faults that are chosen."""
        self.messenger.send(self._hook(), events, faults.kept(self.till.things))

    def _hook(self) -> str:
        """Where notices go: where the last checkout asked for them."""
        found, _more = self.till.things.newest("session", limit=1)
        return str(found[0]["metadata"]["hook"]) if found else ""

    def __exit__(self, *error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop listening, let notices go and close the till."""
        self.shutdown()
        self.messenger.stop()
        self.server_close()
        self.till.close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: RehearsalServer
    server_version = "Rehearsal"
    protocol_version = "HTTP/1.1"
    timeout = 15

    def do_GET(self) -> None:
        """Answer the pages, and the API's reads."""
        self._route("GET", b"")

    def do_POST(self) -> None:
        """Answer the pages' buttons, and the API's verbs."""
        self._route("POST", self._body())

    def do_DELETE(self) -> None:
        """Answer the API's verb."""
        self._route("DELETE", b"")

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet unless asked."""
        log.debug(format, *args)

    def _route(self, verb: str, body: bytes | None) -> None:
        if body is None:
            return self._answer(413, b"Too long.", "text/plain")
        if not self._is_at_home():
            return self._answer(400, b"This service is asked by this machine alone.", "text/plain")
        url = urlsplit(self.path)
        try:
            said = decoded(body.decode("utf-8") if verb == "POST" else url.query)
        except ValueError:
            return self._answer(400, b"This is no form.", "text/plain")
        match verb, url.path.strip("/").split("/"):
            case _, ["v1", *path]:
                self._api(verb, path, said)
            case "GET", [""]:
                self._page(pages.panel(self.server.till))
            case "GET", ["checkout", name]:
                self._page(pages.checkout(self.server.till, name, is_declined="declined" in said))
            case "GET", ["style.css"]:
                self._answer(200, pages.STYLE.encode(), "text/css")
            case "POST", ["checkout", name]:
                self._choose(name, said)
            case "POST", ["panel"]:
                self._panel(said)
            case _:
                self._answer(404, b"Nothing here.", "text/plain")

    def _is_at_home(self) -> bool:
        """Whether it was asked by its own name, and by a page of its own or no page: no site may press its buttons."""
        origin = self.headers.get("Origin", "")
        return f"http://{self.headers.get('Host', '')}" == self.server.address and origin in {"", self.server.address}

    def _body(self) -> bytes | None:
        """Read the request's body; None if it is too long."""
        length = self.headers.get("Content-Length") or "0"
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self.close_connection = True
            return None
        return self.rfile.read(int(length))

    def _api(self, verb: str, path: list[str], said: Row) -> None:
        """Answer as Stripe would: 401 without the key, 503 where it is chosen to be down."""
        given = self.headers.get("Authorization", "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, f"Bearer {keys.api_key()}".encode()):
            status, body = 401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key provided."}}
        elif faults.kept(self.server.till.things).down:
            status, body = 503, {"error": {"type": "api_error", "message": "The rehearsal provider plays dead."}}
        else:
            key = self.headers.get("Idempotency-Key", "")
            status, body = self.server.api.answer(verb, path, said, key, self.server.address)
        self._answer(status, json.dumps(body).encode(), "application/json")

    def _page(self, page: str | None) -> None:
        if page is None:
            self._answer(404, b"This checkout does not exist.", "text/plain")
        else:
            self._answer(200, page.encode(), HTML)

    def _choose(self, name: str, said: Row) -> None:
        """Settle the session as chosen, tell the newsroom, and send the giver back."""
        outcome = said.get("outcome", "")
        if outcome not in pages.OUTCOMES:
            return self._answer(400, b"Choose one of the outcomes.", "text/plain")
        try:
            session = self.server.till.session(name)
        except Refused:
            return self._page(None)
        if outcome == "challenge":
            return self._page(pages.challenge(self.server.till, name))
        self.server.tell(self.server.till.settle(name, outcome))
        if outcome == "declined":
            return self._answer(303, b"", "text/plain", location=f"/checkout/{name}?declined=1")
        done = self.server.till.session(name)["status"] == "complete"
        self._answer(303, b"", "text/plain", location=session["success_url" if done else "cancel_url"])

    def _panel(self, said: Row) -> None:
        """Do what was chosen on the control panel, and show it again."""
        self.server.tell(pages.press(self.server.till, said))
        self._answer(303, b"", "text/plain", location="/")

    def _answer(self, status: int, body: bytes, kind: str, *, location: str = "") -> None:
        """Write the response."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", PAGE_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)


def serve_rehearsal(port: int | None = None, path: Path | None = None) -> RehearsalServer:
    """Start the service in a thread and return it; leaving it as a context ends it. ``port`` 0 takes any free one.

    Raises NotInProduction, and OSError where the port is taken.
    """
    if current_mode() != Mode.TEST:
        raise NotInProduction("The rehearsal provider moves no money and may not run where money is real.")
    server = RehearsalServer(keys.port() if port is None else port, path or settings.HOME / "rehearsal.sqlite3")
    threading.Thread(target=server.serve_forever, name="rehearsal", daemon=True).start()
    return server
