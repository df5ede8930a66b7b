"""Delivers webhooks: signed, retried, and twice when asked, because real providers do that too."""

from __future__ import annotations

import json
import logging
import secrets
import threading
import urllib.error
import urllib.request
from datetime import UTC, datetime

from dateline.funding.providers.signature import sign

from . import keys

log = logging.getLogger(__name__)
WAITS = (0.0, 0.5, 2.0, 8.0, 30.0)
SECONDS = 10


class Messenger:
    """Sends notices from threads of its own, so that the giver's browser never waits for them."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.threads: list[threading.Thread] = []

    def send(self, url: str, kind: str, thing: str, *, times: int = 1) -> None:
        """Tell ``url`` that ``thing`` has changed; the same notice ``times`` times."""
        notice = {
            "id": f"re_{secrets.token_urlsafe(12)}",
            "type": kind,
            "object": thing,
            "livemode": False,
            "created": int(datetime.now(UTC).timestamp()),
        }
        body = json.dumps(notice).encode()
        for _ in range(times):
            thread = threading.Thread(target=self._deliver, args=(url, body), daemon=True)
            self.threads = [old for old in self.threads if old.is_alive()] + [thread]
            thread.start()

    def stop(self) -> None:
        """Give up what has not arrived and wait for the threads."""
        self.stopping.set()
        for thread in self.threads:
            thread.join(SECONDS)

    def _deliver(self, url: str, body: bytes) -> None:
        """Try until it is answered with 200, with longer waits between."""
        for wait in WAITS:
            if self.stopping.wait(wait):
                return
            signature = sign(body, keys.hook_secret(), datetime.now(UTC))
            headers = {"Content-Type": "application/json", "Rehearsal-Signature": signature}
            try:
                request = urllib.request.Request(url, body, headers)  # noqa: S310 - only our own adapter can name the address
                with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
                    return
            except urllib.error.HTTPError as error:
                error.close()
            except OSError as error:
                log.info("Notice not delivered yet: %s", error)
        log.warning("Notice given up after %d tries: %s", len(WAITS), url)
