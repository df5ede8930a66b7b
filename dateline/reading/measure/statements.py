"""Statements of an encyclopedia about how far one place lies from another, with links that say which places are meant.

The file is GeoCoDe's (Laparra and Bethard, 2020): entities with paragraphs, in which other places are linked. A link's
title tells the place apart from others of its name: "Osakis,_Minnesota".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.atlas.gazetteer import Gazetteer, Place

from ..distances import Distance, find_distances
from ..words import Words

KINDS = frozenset(("town", "other"))


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as a name in the text; ``place`` is None where it is not one place of the gazetteer."""

    start: int
    end: int
    text: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A distance as stated of ``subject`` from ``reference``, both known places."""

    found: Distance
    subject: Place
    reference: Place


def statements(path: Path, gazetteer: Gazetteer) -> Iterator[Statement]:
    """Yield those of which both ends are one place of the gazetteer each."""
    for entity in ElementTree.fromstring(path.read_bytes()).iter("entity"):  # noqa: S314
        title = entity.get("wikipedia", "")
        subject = place_of(title, gazetteer)
        for paragraph in entity.iter("p") if subject else ():
            yield from of_paragraph(paragraph, title, subject, gazetteer)


def of_paragraph(
    paragraph: ElementTree.Element, title: str, subject: Place | None, gazetteer: Gazetteer
) -> Iterator[Statement]:
    """Yield the statements about the subject."""
    text, links = told(paragraph, gazetteer)
    for found in find_distances(Words(text), links):
        reference = links[found.reference].place if found.kind == "distance" and found.reference is not None else None
        if subject is None or reference is None or reference == subject or found.subject_toponym is not None:
            continue
        if is_of(found, text, title):
            yield Statement(found, subject, reference)


def is_of(found: Distance, text: str, title: str) -> bool:
    """Whether the statement is about the entity itself: it is the sentence's subject, or nobody else is."""
    name = title.split(",")[0].replace("_", " ").lower()
    subject = found.subject.lower()
    opening = text.rfind(". ", 0, found.start) + 1
    return name in subject or subject in ("it", "") or (opening == 0 and name in text[: found.start].lower())


def told(paragraph: ElementTree.Element, gazetteer: Gazetteer) -> tuple[str, list[Linked]]:
    """The text of a paragraph and its links in it."""
    text = paragraph.text or ""
    links = []
    for link in paragraph:
        name = link.text or ""
        links.append(Linked(len(text), len(text) + len(name), name, place_of(link.get("wikipedia", ""), gazetteer)))
        text += name + (link.tail or "")
    return text, links


def place_of(title: str, gazetteer: Gazetteer) -> Place | None:
    """The one town or site of a title; None where there is none, or several that nothing tells apart."""
    name, *within = (part.strip() for part in title.replace("_", " ").split(","))
    found = [place for place in gazetteer.named(name) if place.kind in KINDS]
    if within:
        found = [
            place for place in found if any(is_within(place, wide, gazetteer) for wide in gazetteer.named(within[-1]))
        ]
    return found[0] if len(found) == 1 else None


def is_within(place: Place, wide: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in an area or a country."""
    return (wide.kind == "area" and wide.key == f"area:{place.area}") or (
        wide.kind == "country" and wide.country == place.country
    )
