"""Posts one comment after another and follows where it is led: is one's own comment there at once?

Told ``port``, ``page``, ``rate``, ``series``, optionally ``seconds``. Tells ``milliseconds`` (from sending the form to
having the page, sorted), ``missing`` (the page that followed was older than the comment), ``passed`` (the comment
stood there no more: so many newer ones had come meanwhile) and ``failed``.
"""

from __future__ import annotations

import random
import re
from http.client import HTTPConnection, HTTPException
from time import perf_counter
from urllib.parse import urlencode

from .. import words
from .program import is_over, spec, tell

ANCHOR = re.compile(rb'id="c(\d+)"')
LED = 303
PATIENCE = 10.0


def post_and_follow(line: HTTPConnection, page: int, sender: str, text: str) -> tuple[int, list[int]]:
    """Post below ``page``, follow, and return which comment it is and those that stand there.

    Raises OSError or HTTPException.
    """
    address, _mark, anchor = post(line, page, sender, text).partition("#")
    line.request("GET", address)
    return int(anchor[1:]), [int(number) for number in ANCHOR.findall(line.getresponse().read())]


def post(line: HTTPConnection, page: int, sender: str, text: str) -> str:
    """Post below ``page`` and return where that leads. Raises OSError or HTTPException."""
    form = urlencode({"author_name": "Ben", "text": text})
    headers = {
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": sender,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    line.request("POST", f"/threads/{page}/post/", form, headers)
    answer = line.getresponse()
    answer.read()
    if answer.status != LED:
        raise HTTPException(f"{answer.status} to a comment")
    return str(answer.headers["Location"])


def main() -> None:
    told = spec()
    chance = random.Random(told["series"])  # noqa: S311 (a load, not a secret)
    line = HTTPConnection("127.0.0.1", told["port"], timeout=PATIENCE)
    took: list[float] = []
    missing = passed = failed = turn = 0
    begun = perf_counter()
    until = begun + told.get("seconds", 1e9)
    while perf_counter() < until and not is_over(max(begun + turn / told["rate"] - perf_counter(), 0.0)):
        turn += 1
        sent = perf_counter()
        sender = f"10.{told['series'] % 200}.{turn // 200}.{turn % 200}"
        try:
            text = words.own(words.template(words.comment(chance)), told["series"] * 10**6 + turn)
            own, there = post_and_follow(line, told["page"], sender, f"{text} (own {turn})")
            missing += own > max(there, default=0)
            passed += own not in there and own <= max(there, default=0)
            took.append((perf_counter() - sent) * 1000)
        except (OSError, HTTPException):
            failed += 1
            line.close()
    tell({"milliseconds": sorted(took), "missing": missing, "passed": passed, "failed": failed})


if __name__ == "__main__":
    main()
