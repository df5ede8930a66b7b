"""A reading as tables: one for each kind of finding, the proposals last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.atlas.gazetteer import CREDIT
from dateline.atlas.geodesy import point_of_compass

from ..attribution import Attribution
from ..dates import Mention
from ..distances import Distance
from ..places.find import Toponym
from ..proposal import Proposal, Where
from ..read import Reading
from .asked import Asked

WIDEST = 44  # letters of a cell
Row = Sequence[str]


def as_text(reading: Reading, asked: Asked) -> Iterator[str]:
    """Yield the lines."""
    names = reading.toponyms
    yield from table("Places", ("at", "text", "place", "point", "sure"), map(of_toponym, names))
    yield from table("Dates", ("at", "text", "type", "value", "basis"), map(of_date, reading.dates))
    said = (of_attribution(one, asked.text) for one in reading.attributions)
    yield from table("Attributions", ("at", "cue", "source", "kind", "how", "sure"), said)
    stated = (of_distance(one, names) for one in reading.distances)
    yield from table("Distances", ("at", "text", "km", "to", "of", "leads to"), stated)
    yield from proposed(reading.proposals, asked.text)
    yield from table(
        "To ask", ("at", "about"), ((str(one.start), one.message % one.values) for one in reading.warnings)
    )
    yield CREDIT


def table(title: str, heads: Row, rows: Iterable[Row]) -> Iterator[str]:
    """A title and its rows in columns; the last one is as long as it is."""
    every = [heads, *([cut(cell) for cell in row[:-1]] + [row[-1]] for row in rows)]
    yield f"{title}: {len(every) - 1}"
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for row in every if len(every) > 1 else ():
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""


def cut(cell: str) -> str:
    """A cell on one line, no wider than may be."""
    flat = " ".join(cell.split())
    return flat if len(flat) <= WIDEST else flat[: WIDEST - 1] + "…"


def point(latitude: float | None, longitude: float | None) -> str:
    """A point in degrees."""
    return f"{latitude:.4f}, {longitude:.4f}" if latitude is not None and longitude is not None else ""


def of_toponym(one: Toponym) -> Row:
    """A name of a place."""
    place = one.place
    if place is None:
        return str(one.start), one.text, "unplaced", "", ""
    slip = f" (elsewhere {one.spelled_like})" if one.spelled_like else ""
    told = f"{place.name}, {place.kind}"
    return str(one.start), one.text + slip, told, point(place.latitude, place.longitude), f"{one.confidence:.2f}"


def of_date(one: Mention) -> Row:
    """A time."""
    return str(one.start), one.text, one.kind, one.value, one.basis


def of_attribution(one: Attribution, text: str) -> Row:
    """Who says so."""
    source = one.name or (text[slice(*one.source)] if one.source else "")
    kind = f"{one.kind} ({one.side})" if one.side else one.kind
    sureness = f"{one.modality}, against its interest" if one.against_interest else one.modality
    return str(one.cue[0]), text[slice(*one.cue)], source, kind, sureness, f"{one.confidence:.2f}"


def of_distance(one: Distance, names: Sequence[Toponym]) -> Row:
    """What is stated of a distance or a direction."""
    km = f"{one.qualifier} {one.km:g}".strip() if one.km is not None else ""
    bearing = point_of_compass(one.bearing) if one.bearing is not None else ""
    of = names[one.reference].text if one.reference is not None else ""
    leads = point(one.derived.latitude, one.derived.longitude) if one.derived else ""
    radius = f" ± {one.derived.radius_km:.0f} km" if one.derived and leads else ""
    return str(one.start), one.text, km, bearing, of, leads + radius


def proposed(proposals: Sequence[Proposal], text: str) -> Iterator[str]:
    """Each proposal with its parts below it."""
    yield f"Proposals: {len(proposals)}"
    for number, one in enumerate(proposals, 1):
        yield f"  {number}. {' '.join(text[one.start : one.end].split())}"
        for name, told in parts(one):
            yield f"     {name:7}{told}"
    yield ""


def parts(one: Proposal) -> Iterator[tuple[str, str]]:
    """What a proposal says, by name."""
    if one.when:
        last = f" to {one.when.ends.date()}" if one.when.is_range else ""
        yield "when", f"{one.when.begins.date()}{last} ({one.when.basis}: {one.when.text})"
    if one.where:
        yield "where", where(one.where)
    if one.relation:
        yield "stated", one.relation["text"]
    if one.source:
        side = f", {one.source.kind}" if one.source.kind else ""
        yield "source", f"{one.source.name}{side}"
    for actor in one.actors:
        yield actor.role, actor.name
    yield "as", f"{one.modality}{', against its interest' if one.against_interest else ''}; {one.confidence:.2f}"


def where(one: Where) -> str:
    """A place, or that nobody knows where it lies."""
    if one.latitude is None:
        return f"{one.name}, unplaced"
    radius = f" ± {one.radius_km:.0f} km" if one.radius_km is not None else ""
    return f"{one.name}, {point(one.latitude, one.longitude)}{radius}{', derived' if one.derived else ''}"
