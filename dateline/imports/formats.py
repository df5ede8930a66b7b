"""The formats that can be imported; a new one is a folder with a reader, and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .page.reader import read_page
from .record import Record


@dataclass(frozen=True, slots=True)
class Format:
    """``read`` makes a record of a file's bytes and the newsroom's currency, or raises ValueError with a sentence."""

    name: str
    help: str
    read: Callable[[bytes, str], Record]


FORMATS = {"page": Format("page", "A plain-text dump of a report's page with its meter and comments.", read_page)}
