"""The verdict on one comment. Its author is taken for one whose comments were accepted before, so that only words
count; --known 0 makes it an author's first comment."""

from __future__ import annotations

import argparse
import json
import os
import sys

from .opinions import KNOWN, judged, submission
from .telling import as_data, as_text, why


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("text", help="the comment; - reads it from standard input")
    parser.add_argument("--name", default="", help="the author's name")
    add_author(parser)
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def add_author(parser: argparse.ArgumentParser) -> None:
    """Options about whom and where a comment comes from."""
    known = f"comments of the author that were accepted before (default {KNOWN})"
    parser.add_argument("--known", type=number, default=KNOWN, metavar="N", help=known)
    language = "language of the site, for comments too short to tell (default en)"
    parser.add_argument("--language", default="en", metavar="XX", help=language)


def number(word: str) -> int:
    """Read an option that counts something."""
    return _from(0, word)


def from_one(word: str) -> int:
    """Read an option that counts something of which there must be some."""
    return _from(1, word)


def _from(least: int, word: str) -> int:
    if not word.isdecimal() or int(word) < least:
        raise argparse.ArgumentTypeError(f"“{word}” will not do, give a whole number from {least} on.")
    return int(word)


def run(wanted: argparse.Namespace) -> int:
    """Print the verdict."""
    raw = sys.stdin.buffer.read() if wanted.text == "-" else wanted.text.encode("utf-8", "surrogateescape")
    text = raw.decode("utf-8", "replace")
    comment = judged(submission(text, known=wanted.known, name=wanted.name, language=wanted.language))
    if wanted.json:
        print(json.dumps({**as_data(comment), "why": why(comment)}, indent=2))  # noqa: T201
        return 0
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for line in as_text(comment, text, colour=colour):
        print(line)  # noqa: T201
    return 0
