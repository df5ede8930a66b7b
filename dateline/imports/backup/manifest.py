"""What a backup says of itself: from when it is, of which Dateline, what it holds and with which sums."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 1


class Broken(Exception):
    """A file that is no whole backup, with a sentence why. Trying again does not help; another backup may."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive: its length in bytes and its SHA-256 (hexadecimal)."""

    size: int
    sha256: str


@dataclass(slots=True)
class Survey:
    """What stands in a database.

    ``rows`` are counted by table; ``ledger`` is the digest of each month's books; ``files`` are the uploads that a row
    names.
    """

    rows: dict[str, int]
    migrations: list[str]
    ledger: dict[str, str]
    files: set[str]


@dataclass(slots=True)
class Manifest:
    """``made_at`` is ISO 8601, ``database`` Django's word for the kind of it; ``settings`` are names, never values."""

    made_at: str
    dateline: str
    database: str
    migrations: list[str]
    settings: list[str]
    rows: dict[str, int]
    ledger: dict[str, str]
    missing: list[str] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    format: int = FORMAT

    def to_bytes(self) -> bytes:
        """Return it as JSON that a person can read."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"

    def as_dict(self) -> dict[str, Any]:
        """Return what a script wants to know: all but the sum of each member."""
        told = asdict(self)
        members = told.pop("members")
        return {**told, "files": len(members), "bytes": sum(member["size"] for member in members.values())}


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest in ``content``; raises Broken."""
    try:
        told = json.loads(content)
        if told["format"] > FORMAT:
            raise Broken("It was made by a newer Dateline, whose backups this one cannot read.")
        members = {name: Member(**member) for name, member in told.pop("members").items()}
        return Manifest(members=members, **told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Broken("It does not say what it holds: its manifest cannot be read.") from error
