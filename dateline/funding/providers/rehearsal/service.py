"""The service: sessions over a small HTTP API, a checkout page where one chooses the outcome, and notices afterwards.

Started beside the newsroom by ``serve_rehearsal``. It listens on the loopback address alone and refuses to start in
production. Its page plainly says that no money moves.
"""

from __future__ import annotations

import hmac
import json
import logging
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.template.loader import render_to_string

from dateline.funding.mode import Mode, current_mode
from dateline.lib.money import Money

from . import keys
from .messenger import Messenger
from .till import Till

log = logging.getLogger(__name__)
MOST_BYTES = 64 * 1024
OUTCOMES = {"paid": "checkout.paid", "declined": "checkout.declined", "expired": "checkout.expired"}
PAGE_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"


class NotInProduction(Exception):
    """The rehearsal provider was started where money is real. Set DATELINE_MODE or do not start it."""


class RehearsalServer(ThreadingHTTPServer):
    """Holds what every request needs: the till and the messenger."""

    daemon_threads = True

    def __init__(self, port: int, path: Path | None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.till = Till(path)
        self.messenger = Messenger()

    def renew(self, subscription: str) -> None:
        """Let a month pass for ``subscription``: one more payment and its notice."""
        promise = self.till.get("subscription", subscription)
        session = self.till.get("session", promise["session"]) if promise else None
        if session:
            payment = self.till.pay(session, subscription, datetime.now(UTC).timestamp())
            self.messenger.send(session["hook_url"], "renewal.paid", payment["id"])

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
        """Answer the page, and the API's reads."""
        match urlsplit(self.path).path.strip("/").split("/"):
            case ["checkout", name]:
                self._page(name)
            case ["v1", "checkout", "sessions", name]:
                self._api(self.server.till.session(name))
            case ["v1", "payments", name]:
                self._api(self.server.till.get("payment", name))
            case _:
                self._answer(404, b"Nothing here.", "text/plain")

    def do_POST(self) -> None:
        """Answer the page's buttons, and the API's verbs."""
        body = self._body()
        match urlsplit(self.path).path.strip("/").split("/"):
            case _ if body is None:
                self._answer(413, b"Too long.", "text/plain")
            case ["checkout", name]:
                self._choose(name, parse_qs(body.decode("utf-8", "replace")))
            case ["v1", "checkout", "sessions"]:
                self._api(self._open(body))
            case ["v1", "refunds"]:
                self._api(self._refund(body))
            case _:
                self._answer(404, b"Nothing here.", "text/plain")

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet unless asked."""
        log.debug(format, *args)

    def _body(self) -> bytes | None:
        """Read the request's body; None if it is too long."""
        length = int(self.headers.get("Content-Length") or 0)
        if length > MOST_BYTES:
            self.close_connection = True
            return None
        return self.rfile.read(length)

    def _trusted(self) -> bool:
        """Whether the caller has the key."""
        given = self.headers.get("Authorization", "").encode("utf-8", "replace")
        return hmac.compare_digest(given, f"Bearer {keys.api_key()}".encode())

    def _api(self, said: dict[str, Any] | None) -> None:
        """Answer with a thing, 401 without the key, or 404."""
        if not self._trusted():
            self._answer(401, b'{"error": "key"}', "application/json")
        elif said is None:
            self._answer(404, b'{"error": "unknown"}', "application/json")
        else:
            self._answer(200, json.dumps(said).encode(), "application/json")

    def _open(self, body: bytes) -> dict[str, Any] | None:
        """Make or find a session."""
        key = self.headers.get("Idempotency-Key", "")
        if not self._trusted() or not key:
            return None
        return self.server.till.open_session(
            json.loads(body), f"checkout:{key}", f"http://127.0.0.1:{self.server.server_port}"
        )

    def _refund(self, body: bytes) -> dict[str, Any] | None:
        """Send money back."""
        key = self.headers.get("Idempotency-Key", "")
        if not self._trusted() or not key:
            return None
        return self.server.till.refund(json.loads(body), f"refund:{key}", datetime.now(UTC).timestamp())

    def _page(self, name: str) -> None:
        """Show the checkout."""
        session = self.server.till.session(name)
        if session is None:
            self._answer(404, b"This checkout does not exist.", "text/plain")
            return
        page = render_to_string(
            "funding/_checkout.html",
            {"session": session, "money": Money(session["amount"], session["currency"]).text()},
        )
        self._answer(200, page.encode(), "text/html; charset=utf-8")

    def _choose(self, name: str, choice: dict[str, list[str]]) -> None:
        """Settle the session as chosen, tell the newsroom, and send the giver back."""
        outcome = choice.get("outcome", [""])[0]
        before = self.server.till.session(name)
        if before is None or outcome not in OUTCOMES:
            self._answer(400, b"Choose one of the outcomes.", "text/plain")
            return
        session = self.server.till.settle(name, outcome, datetime.now(UTC).timestamp()) or before
        if before["state"] == "open":
            times = 2 if "twice" in choice else 1
            self.server.messenger.send(session["hook_url"], OUTCOMES[session["state"]], name, times=times)
        target = session["success_url"] if session["state"] == "paid" else session["cancel_url"]
        self._answer(303, b"", "text/plain", location=target)

    def _answer(self, status: int, body: bytes, kind: str, *, location: str = "") -> None:
        """Write the response."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", PAGE_POLICY)
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
