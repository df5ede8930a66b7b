"""The lines of a list, read: what each looks for, and which of them cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .tokens import words_of
from .view import view_of

Kind = Literal["words", "domains"]

MOST = 50_000  # entries of one list
LONGEST = 120  # characters of one entry
MOST_WORDS = 12  # of one phrase
SHORTEST_BEGINNING = 2  # letters before a *
MOST_LABELS = 8  # of a domain
REMARK = re.compile(r"(?:^|\s)#")
ONE_STAR = re.compile(r"[^*]*[^*\s]\*")
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")


class Entry(NamedTuple):
    """One line. ``key`` is what is looked for: words with a blank between, or a domain; ``line`` is how it was written.

    With ``is_open`` any ending of the last word will do.
    """

    key: str
    line: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be read. ``what`` is one of the words below; ``number`` counts from 1."""

    number: int
    line: str
    what: Literal["long", "words", "short", "star", "empty", "domain", "many"]


class Unreadable(ValueError):
    """Some lines mean nothing to this kind of list. ``faults`` says which, and what is wrong with each."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} lines cannot be read")
        self.faults = faults


def entries_of(text: str, kind: Kind) -> list[Entry]:
    """Return the entries of ``text``, one a line, each once; blank lines and what follows a # are left out.

    Raises Unreadable with every line that is wrong.
    """
    entries, faults = read(text, kind)
    if len(entries) > MOST:
        faults.append(Fault(0, "", "many"))
    if faults:
        raise Unreadable(faults)
    return entries


def read(text: str, kind: Kind) -> tuple[list[Entry], list[Fault]]:
    """Return the same entries, and the lines that mean nothing; for a list that was checked when it was written."""
    found: dict[tuple[str, bool], Entry] = {}
    faults: list[Fault] = []
    for number, line in _lines(text):
        entry = _domain(number, line) if kind == "domains" else _phrase(number, line)
        if isinstance(entry, Fault):
            faults.append(entry)
        else:
            found.setdefault((entry.key, entry.is_open), entry)
    return list(found.values()), faults


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        wanted = (REMARK.split(line, maxsplit=1)[0] if "#" in line else line).strip()
        if wanted:
            yield number, wanted


def _phrase(number: int, line: str) -> Entry | Fault:
    if len(line) > LONGEST:
        return Fault(number, line[:LONGEST], "long")
    is_open = line.endswith("*")
    if "*" in line and not ONE_STAR.fullmatch(line):
        return Fault(number, line, "star")
    words = words_of(view_of(line).text)
    if not words:
        return Fault(number, line, "empty")
    if len(words) > MOST_WORDS:
        return Fault(number, line, "words")
    if is_open and len(words[-1]) < SHORTEST_BEGINNING:
        return Fault(number, line, "short")
    return Entry(" ".join(words), line, is_open)


def _domain(number: int, line: str) -> Entry | Fault:
    """Read a domain, also out of an address that was pasted."""
    if len(line) > LONGEST:
        return Fault(number, line[:LONGEST], "long")
    host = re.split(r"[/?#:]", SCHEME.sub("", line).rpartition("@")[2], maxsplit=1)[0]
    plain = view_of(host).text.strip(".").removeprefix("www.").removeprefix("*.")
    labels = plain.split(".")
    if not 2 <= len(labels) <= MOST_LABELS or not all(LABEL.fullmatch(label) for label in labels):
        return Fault(number, line, "domain")
    return Entry(plain, line)


def in_letters_of_the_net(domain: str) -> str:
    """Return ``domain`` as it goes over the wire (RFC 3490); unchanged where it has no such form."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
