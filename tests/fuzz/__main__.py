"""A hundred thousand comments that nobody means well, rendered and read again: ``python -m tests.fuzz``.

Half of them grown from a grammar, half made from known tricks; each is read by Python's own parser and, where there is
a Chromium, by that too. Prints figures; ends with 1 where a promise was broken, and prints what broke it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from time import perf_counter, process_time

from playwright.sync_api import Page

from dateline.discussion.markup import render
from dateline.screening import LONGEST

from .browser import empty_page, faults
from .nasty import cases
from .promises import ELEMENTS, broken
from .slow import REPEATED

AT_ONCE = 500


def say(line: str) -> None:
    """Print, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Render and read them all; returns how the program ends."""
    asked = _asked()
    chromium = "" if asked.no_browser else shutil.which("chromium") or ""
    if chromium:
        with empty_page(chromium) as page:
            wrong = _all(asked.seed, asked.cases, page)
    else:
        wrong = _all(asked.seed, asked.cases, None)
    where = "also in Chromium" if chromium else "in no browser"
    say(f"{asked.cases} inputs of seed {asked.seed}, read {where}: {wrong} promises broken")
    say(f"the slowest of {len(REPEATED)} inputs of {LONGEST} letters: {_slowest()}")
    return 1 if wrong else 0


def _all(seed: int, number: int, page: Page | None) -> int:
    left, done, wrong, began = cases(seed, number), 0, 0, perf_counter()
    while some := list(islice(left, AT_ONCE)):
        html = [render(text) for text in some]
        for place, what in _faults(html, page):
            wrong += 1
            say(f"{what}\n  of {some[place]!r}\n  as {html[place]!r}")
        done += len(some)
        if done % 10_000 == 0 or done == number:
            say(f"{done} in {perf_counter() - began:.0f} s")
    return wrong


def _faults(html: list[str], page: Page | None) -> Iterator[tuple[int, str]]:
    for place, piece in enumerate(html):
        yield from ((place, what) for what in broken(piece))
    if page:
        yield from faults(page, html, ELEMENTS)


def _slowest() -> str:
    times = {}
    for name, make in REPEATED.items():
        text, began = make(LONGEST), process_time()
        render(text)
        times[name] = process_time() - began
    name = max(times, key=times.__getitem__)
    return f"{times[name] * 1000:.0f} ms ({name})"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-browser", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
