"""Delivers webhooks: signed, retried, and with the faults that are chosen, because real providers have them too."""

from __future__ import annotations

import json
import logging
import random
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.funding.providers.signature import sign

from . import keys
from .faults import Faults
from .things import Row

log = logging.getLogger(__name__)
WAITS = (0.0, 0.5, 2.0, 8.0, 30.0)
SECONDS = 10
GUESSED = "a secret that nobody gave us"


@dataclass(frozen=True)
class Letter:
    """What is delivered: to whom, when, and signed with what."""

    url: str
    body: bytes
    secret: str
    wait: float
    skew: timedelta


def letters(url: str, events: list[Row], faults: Faults, dice: random.Random) -> list[Letter]:
    """Return what is sent of ``events`` with these faults, in the order in which it is sent."""
    if faults.dropped:
        return []
    told = [{**event, "livemode": True} if faults.live else event for event in events]
    if faults.twice:
        told = [event for event in told for _ in range(2)]
    if faults.reordered:
        dice.shuffle(told)
    secret = GUESSED if faults.forged else keys.hook_secret()
    skew = timedelta(seconds=faults.skew)
    return [Letter(url, json.dumps(event).encode(), secret, faults.delay, skew) for event in told]


class Messenger:
    """Sends notices from threads of its own, so that the giver's browser never waits for them."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.threads: list[threading.Thread] = []
        self.dice = random.Random()  # noqa: S311 - what comes first, and no secret

    def send(self, url: str, events: list[Row], faults: Faults) -> None:
        """Tell ``url`` of ``events``, with these faults; each in a thread of its own, unless order is kept."""
        for letter in letters(url, events, faults, self.dice) if url else ():
            thread = threading.Thread(target=self._deliver, args=(letter,), daemon=True)
            self.threads = [old for old in self.threads if old.is_alive()] + [thread]
            thread.start()

    def stop(self) -> None:
        """Give up what has not arrived and wait for the threads."""
        self.stopping.set()
        for thread in self.threads:
            thread.join(SECONDS)

    def _deliver(self, letter: Letter) -> None:
        """Try until it is answered with 200, with longer waits between."""
        for wait in (letter.wait, *WAITS[1:]):
            if self.stopping.wait(wait):
                return
            signature = sign(letter.body, letter.secret, datetime.now(UTC) + letter.skew)
            headers = {"Content-Type": "application/json", "Stripe-Signature": signature}
            try:
                request = urllib.request.Request(letter.url, letter.body, headers)  # noqa: S310 - our adapter names it
                with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
                    return
            except urllib.error.HTTPError as error:
                error.close()
            except OSError as error:
                log.info("Notice not delivered yet: %s", error)
        log.warning("Notice given up after %d tries: %s", len(WAITS), letter.url)
