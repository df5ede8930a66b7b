"""What rooms above keep of a reader besides what stands here: handed over and erased together with it.

The project names modules that know (``DISCUSSION_BESIDE``). Each has ``told(writer)``, which returns lists of plain
values by name, as ``own_data`` does, and ``erase(writer, now)``.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings

from .writer import Writer


class Keeper(Protocol):
    """A module that keeps something of readers."""

    def told(self, writer: Writer) -> dict[str, list[dict[str, Any]]]:
        """Return what it keeps of ``writer``."""

    def erase(self, writer: Writer, now: datetime) -> None:
        """Forget that; called while the comments of ``writer`` can still be found."""


def told_beside(writer: Writer) -> dict[str, list[dict[str, Any]]]:
    """Return what all of them keep of ``writer``."""
    return {name: rows for keeper in _keepers() for name, rows in keeper.told(writer).items()}


def erase_beside(writer: Writer, now: datetime) -> None:
    """Have all of them forget it."""
    for keeper in _keepers():
        keeper.erase(writer, now)


def _keepers() -> list[Keeper]:
    return [_keeper(name) for name in settings.DISCUSSION_BESIDE]


@cache
def _keeper(name: str) -> Keeper:
    return cast("Keeper", import_module(name))
