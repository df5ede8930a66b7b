"""``dateline claims read``: what the assistant finds in a text, and which claims it would propose.

Nothing here needs settings, a database or the network. It takes plain text in UTF-8; marks of HTML are not taken away.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.gazetteer import NotBuilt

from .read import read
from .telling import Asked, as_json, as_text

NAME = "dateline claims"
DONE, BAD, NOT_DONE, INTERRUPTED = 0, 2, 3, 130
LARGEST = 4 * 1024 * 1024  # bytes; a long book is shorter
HTML = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)
Pages = Callable[[bytes], tuple[str, str]]  # a page's dump as its headline and its report


class Unreadable(ValueError):
    """What was given cannot be read; the sentence says why."""


def main(arguments: Sequence[str], pages: Pages | None = None) -> int:
    """Run what is asked; return the exit code: 0 told, 2 that is no text, 3 it could not be done."""
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, TextIOWrapper):
            output.reconfigure(errors="backslashreplace")
    wanted = parser().parse_args(arguments)
    try:
        sys.stdout.writelines(f"{line}\n" for line in told(wanted, pages))
        sys.stdout.flush()
    except Unreadable as problem:
        return failed(problem, BAD)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the flush at exit does not complain
        return NOT_DONE
    except NotBuilt as problem:
        return failed(problem, NOT_DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE


def failed(problem: Exception, code: int) -> int:
    """Say what is wrong in one sentence."""
    sys.stderr.write(f"{NAME}: {problem}\n")
    return code


def parser() -> argparse.ArgumentParser:
    """All options."""
    whole = argparse.ArgumentParser(NAME, description="What the assistant reads in a text.")
    asked = whole.add_subparsers(required=True, metavar="read")
    words = "Places, dates, sources, distances and proposed claims of a plain text, and what is odd about them."
    reading = asked.add_parser("read", help=words, description=words)
    reading.add_argument("file", metavar="FILE", help="plain text in UTF-8; - reads it from standard input")
    told = "the day of publication, 2017-11-03: dates without a year hang on it"
    reading.add_argument("--published", required=True, type=day, metavar="DATE", help=told)
    reading.add_argument("--countries", type=codes, default=(), metavar="IQ,SY", help="countries it is likely about")
    reading.add_argument("--headline", default="", metavar="TEXT", help="what repeats it is no claim of its own")
    reading.add_argument("--language", choices=("en", "de"), default="en", help="of the dates (en)")
    told = "FILE is a dump of a web page: read its report only, without meter, captions and comments"
    reading.add_argument("--page", action="store_true", help=told)
    reading.add_argument("--json", action="store_true", help="tell it as JSON")
    return whole


def day(word: str) -> date:
    """Read a day, with an hour or without."""
    try:
        return datetime.fromisoformat(word) if "T" in word else date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{word}” is no day. Write it as 2017-11-03.") from None


def codes(words: str) -> tuple[str, ...]:
    """Read codes of countries."""
    return tuple(word.strip().upper() for word in words.split(",") if word.strip())


def told(wanted: argparse.Namespace, pages: Pages | None) -> Iterator[str]:
    """Read the text, and yield the lines of what was found."""
    headline, text = given(wanted, pages)
    gazetteer = Gazetteer.open()
    unknown = [code for code in wanted.countries if gazetteer.country(code) is None]
    if unknown:
        raise Unreadable(f"{', '.join(unknown)} is no country's code. Two letters, such as SY.")
    asked = Asked(text, wanted.published, wanted.countries, headline, wanted.language)
    reading = read(text, asked.published, gazetteer, asked.countries, headline=headline, language=asked.language)
    yield from as_json(reading, asked) if wanted.json else as_text(reading, asked)


def given(wanted: argparse.Namespace, pages: Pages | None) -> tuple[str, str]:
    """The headline and the text that are to be read."""
    data = bytes_of(wanted.file)
    if wanted.page and pages is not None:
        try:
            headline, text = pages(data)
        except ValueError as problem:
            raise Unreadable(str(problem)) from problem
        return wanted.headline or headline, text
    return wanted.headline, text_of(data)


def bytes_of(name: str) -> bytes:
    """The bytes of a file or of standard input, if they are not too many."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as problem:
        raise Unreadable(f"{name} cannot be read: {problem.strerror}.") from problem
    if len(data) > LARGEST:
        raise Unreadable(f"It is longer than {LARGEST // 1_048_576} MiB, which is no report.")
    return data


def text_of(data: bytes) -> str:
    """The text of some bytes."""
    if b"\0" in data:
        raise Unreadable("It is not a text file: it holds zero bytes. Save it as plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unreadable(f"It is not UTF-8 text (byte {problem.start}). Save it as plain text in UTF-8.") from problem
    if not text.strip():
        raise Unreadable("It is empty.")
    if HTML.match(text):
        raise Unreadable("It is HTML. Save the page as plain text in UTF-8, and read it with --page.")
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
