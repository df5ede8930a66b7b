"""Discussions as they are kept in a file.

A line ``* name | after | votes | marks``, the words below it, answers indented by two more spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

HEAD = re.compile(r"(?P<indent> *)\* (?P<name>[^|]+)\|(?P<after>[^|]+)\|?(?P<rest>.*)")
FATES = ("staff", "held", "spam", "rejected", "approved")


class Unreadable(ValueError):
    """A line of a thread file that belongs to nothing. The file has to be mended."""


@dataclass
class Remark:
    """One comment: ``after`` counts from the report's publication, ``parent`` is the place of what it answers.

    ``fate`` is what became of it: empty (published), staff, held, or what a moderator decided.
    """

    name: str
    after: timedelta
    up: int
    down: int
    fate: str
    parent: int | None
    text: str = ""


def read_thread(source: str) -> list[Remark]:
    """The remarks of one file in their order."""
    remarks: list[Remark] = []
    branch: list[int] = []
    for number, written in enumerate(source.splitlines(), 1):
        head = HEAD.fullmatch(written)
        if head:
            depth = len(head["indent"]) // 2
            branch = branch[:depth]
            remarks.append(read_head(head, branch[-1] if branch else None))
            branch.append(len(remarks) - 1)
        elif remarks and not written.startswith("#"):
            remarks[-1].text += written.strip() + "\n"
        elif written.strip() and not written.startswith("#"):
            raise Unreadable(f"line {number}: {written}")
    for remark in remarks:
        remark.text = remark.text.strip()
    return remarks


def read_head(head: re.Match[str], parent: int | None) -> Remark:
    """Name, time, votes and fate from a remark's first line."""
    hours, minutes = head["after"].strip().split(":")
    words = head["rest"].replace("|", " ").split()
    return Remark(
        name=head["name"].strip(),
        after=timedelta(hours=int(hours), minutes=int(minutes)),
        up=sum(int(word) for word in words if word.startswith("+")),
        down=sum(-int(word) for word in words if word.startswith("-")),
        fate=next((word for word in words if word in FATES), ""),
        parent=parent,
    )
