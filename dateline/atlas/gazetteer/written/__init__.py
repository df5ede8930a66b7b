"""What people wrote down: short names, adjectives, regions; and what the survey of outlines found."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
AREAS = FOLDER / "areas.tsv"
# GeoNames numbers these; everybody else writes letters (ISO 3166-2).
CANADA = "01:AB 02:BC 03:MB 04:NB 05:NL 07:NS 08:ON 09:PE 10:QC 11:SK 12:YT 13:NT 14:NU"
AUSTRALIA = "01:ACT 02:NSW 03:NT 04:QLD 05:SA 06:TAS 07:VIC 08:WA"


def _pairs(text: str) -> dict[str, str]:
    """The parts of "01:AB 02:BC"."""
    return {number: letters for number, _, letters in (pair.partition(":") for pair in text.split())}


LETTERED = ("US", "CA", "AU")
LETTERS = {"CA": _pairs(CANADA), "AU": _pairs(AUSTRALIA)}


def abbreviations() -> dict[str, str]:
    """How newspapers and the post shorten provinces, as written, and whose codes these are: "La." and "LA", US-LA.

    Where two countries use the same letters, the one that is written of in that way most is meant: WA is Washington.
    """
    found: dict[str, str] = {}
    for row in provinces():
        country, _, letters = row["code"].partition("-")
        if country in LETTERED:
            for short in (letters, *(name for name in several(row["names"]) if name.endswith("."))):
                found.setdefault(short, row["code"])
    return found


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with tabs between and a line of headings."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def several(text: str) -> list[str]:
    """The parts of a cell that holds more than one."""
    return [part for part in text.split("|") if part]


def countries() -> Iterator[dict[str, str]]:
    """``code``, ``names``, the usual one first, ``point`` where the outline's middle misleads, ``adjectives``."""
    return rows(FOLDER / "countries.tsv")


def provinces() -> Iterator[dict[str, str]]:
    """``code``, ``names``, ``point``: first-level areas whose outlines bear another name, none, or a short one; or
    mislead.
    """
    return rows(FOLDER / "provinces.tsv")


def regions() -> Iterator[dict[str, str]]:
    """``kind``, ``names``, a point and an extent: what is no country and yet in the news."""
    return rows(FOLDER / "regions.tsv")


def areas() -> Iterator[dict[str, str]]:
    """What ``survey`` wrote: countries, first-level areas and counties."""
    return rows(AREAS)


def province(country: str, number: str) -> str:
    """The code of a first-level area from what GeoNames calls it within its country; empty where it says nothing."""
    if number in ("", "00"):
        return ""
    return f"{country}-{LETTERS.get(country, {}).get(number, number)}"
