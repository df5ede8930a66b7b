"""``dateline places``: make the gazetteer, and look a name up in it.

Nothing here needs settings or the network; a database only where the newsroom's own places are asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from time import monotonic

from dateline.atlas.geodesy import Point, bearing_deg, distance_km, point_of_compass

from . import CREDIT, file
from .build import build
from .find import Found, find
from .gazetteer import Gazetteer, NotBuilt
from .place import Place
from .source import NoSource

NAME = "dateline places"
DONE, NOWHERE, NOT_DONE, INTERRUPTED = 0, 1, 3, 130
NEAREST = 3  # spellings that are told where there is no such name
Shadows = Callable[[], Iterable[tuple[Place, Sequence[str]]]]


def main(arguments: Sequence[str], shadows: Shadows = tuple) -> int:
    """Run what is asked; return the exit code: 0 found or made, 1 no such place, 3 it could not be done."""
    wanted = parser().parse_args(arguments)
    try:
        code: int = wanted.run(wanted, shadows)
        sys.stdout.flush()
    except (NotBuilt, NoSource, OSError) as problem:
        if isinstance(problem, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the flush at exit does not complain
        else:
            sys.stderr.write(f"{NAME}: {problem}\n")
        return NOT_DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """All options."""
    whole = argparse.ArgumentParser(NAME, description="Make the gazetteer, and look a name up in it.")
    asked = whole.add_subparsers(required=True, metavar="build | find")
    making = asked.add_parser("build", help="Make the file of places anew from the package that was installed.")
    making.add_argument("--if-missing", action="store_true", help="Do nothing where it is there already.")
    making.set_defaults(run=run_build)
    finding = asked.add_parser("find", help="The likeliest places for a name, with reasons.")
    finding.add_argument("name", help="A name as somebody wrote it.")
    finding.add_argument("--near", default="", metavar="IQ,SY", help="Only these countries, looked through whole.")
    finding.add_argument("--from", dest="start", type=point, metavar="LAT,LON", help="Tell how far each is from there.")
    finding.add_argument("--limit", type=int, default=5, help="How many places at most (5).")
    finding.add_argument("--newsroom", action="store_true", help="Also the newsroom's own places, from its database.")
    finding.add_argument("--json", action="store_true", help="Tell it as JSON.")
    finding.set_defaults(run=run_find)
    return whole


def point(text: str) -> tuple[float, float]:
    """A point of the command line; refused in words of the parser where it is none."""
    latitude, longitude = (float(part) for part in text.split(","))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(text)
    return latitude, longitude


def run_build(wanted: argparse.Namespace, _shadows: Shadows) -> int:
    """Make the file, and say how far it is."""
    where = file.path()
    if wanted.if_missing and where.is_file():
        return DONE
    start = monotonic()
    count = build(where, Progress())
    size = where.stat().st_size / 1e6
    sys.stdout.write(f"{count:,} places in {where}, {size:.0f} MB, {monotonic() - start:.0f} s. {CREDIT}\n")
    return DONE


class Progress:
    """How far a build is: a bar that is written over on a terminal, a line for each step elsewhere."""

    WIDTH = 30

    def __init__(self) -> None:
        self.step = ""
        self.is_terminal = sys.stderr.isatty()

    def __call__(self, what: str, share: float) -> None:
        if self.is_terminal:
            bar = "█" * int(share * self.WIDTH)
            end = "\r\033[K" if share >= 1 else ""
            sys.stderr.write(f"\r\033[KPlaces  {bar:░<{self.WIDTH}} {share:4.0%}  {what}{end}")
        elif what != self.step:
            sys.stderr.write(f"Places: {what.lower()}\n")
        self.step = what
        sys.stderr.flush()


def run_find(wanted: argparse.Namespace, shadows: Shadows) -> int:
    """Look a name up and tell what was found."""
    countries = [code.strip().upper() for code in wanted.near.split(",") if code.strip()]
    start: Point | None = wanted.start
    gazetteer = Gazetteer.open()
    unknown = [code for code in countries if gazetteer.country(code) is None]
    if unknown:
        sys.stderr.write(f"{NAME}: {', '.join(unknown)} is no country's code. Two letters, such as SY.\n")
        return NOT_DONE
    own = shadows() if wanted.newsroom else ()
    found = find(gazetteer, wanted.name, countries, max(1, wanted.limit), own)
    matches = [each for each in found if each.is_match]
    if wanted.json:
        told = [as_data(each, start) for each in found]
        sys.stdout.write(json.dumps({"asked": wanted.name, "found": told, "credit": CREDIT}, ensure_ascii=False) + "\n")
    elif matches:
        sys.stdout.write("".join(f"{line(each, start)}\n" for each in matches) + f"{CREDIT}\n")
    else:
        sys.stdout.write(nowhere(wanted.name, countries, found))
    return DONE if matches else NOWHERE


def nowhere(name: str, countries: Sequence[str], found: Sequence[Found]) -> str:
    """That there is no such place, and what is spelled most like it."""
    where = f" in {', '.join(countries)}" if countries else ""
    near = ", ".join(each.place.name for each in found[:NEAREST])
    return f"No place called {name} is known{where}." + (f" The nearest spellings: {near}.\n" if near else "\n")


def line(found: Found, start: Point | None) -> str:
    """One place in one line: name, where, key, why."""
    place = found.place
    where = f"{place.latitude:.4f}, {place.longitude:.4f}"
    reasons = [str(reason) for reason in found.reasons] + ([away(place, start)] if start else [])
    within = ", ".join(part for part in (place.kind, place.area or place.country) if part)
    return f"{place.name} ({within}; {where}; {place.key}): {'; '.join(reasons)}"


def away(place: Place, start: Point) -> str:
    """How far a place is, and in which direction."""
    end = (place.latitude, place.longitude)
    return f"{distance_km(start, end):,.0f} km {point_of_compass(bearing_deg(start, end))}"


def as_data(found: Found, start: Point | None) -> dict[str, object]:
    """One place as JSON has it."""
    place = found.place
    told: dict[str, object] = {
        "key": place.key,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "area": place.area,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "population": place.population,
        "score": round(found.score, 3),
        "match": found.is_match,
        "reasons": [str(reason) for reason in found.reasons],
    }
    if start:
        told["km"] = round(distance_km(start, (place.latitude, place.longitude)), 1)
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
