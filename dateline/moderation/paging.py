"""A page of rows: one more than it shows is asked for, which says whether there is a next one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Row_co = TypeVar("Row_co", covariant=True)


class Rows(Protocol[Row_co]):
    """What a slice can be taken of: a queryset in its order."""

    def __getitem__(self, part: slice, /) -> Iterable[Row_co]:
        """The rows of one part."""
        ...


def page_of(rows: Rows[Row_co], most: int) -> tuple[list[Row_co], Row_co | None]:
    """Return the first ``most`` of ``rows``, and the last of them where there are more; None on the last page."""
    found = list(rows[: most + 1])
    return found[:most], found[most - 1] if len(found) > most else None
