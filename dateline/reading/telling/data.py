"""A reading as JSON; `docs/reading.md` says what each field is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from dateline.atlas.gazetteer import CREDIT, Place

from ..dates import Mention
from ..places.find import Toponym
from ..proposal import Proposal, Warned
from ..read import Reading
from .asked import Asked

DIGITS = 5  # of degrees: a metre


def as_json(reading: Reading, asked: Asked) -> Iterator[str]:
    """Yield the one line of JSON."""
    yield json.dumps(as_data(reading, asked), ensure_ascii=False, default=instant)


def instant(value: date) -> str:
    """A day or an instant, as ISO 8601."""
    return value.isoformat()


def as_data(reading: Reading, asked: Asked) -> dict[str, Any]:
    """All of it as plain values."""
    return {
        **asdict(asked),
        "toponyms": [of_toponym(one) for one in reading.toponyms],
        "dates": [of_date(one) for one in reading.dates],
        "attributions": [asdict(one) for one in reading.attributions],
        "distances": [asdict(one) for one in reading.distances],
        "proposals": [of_proposal(one, asked.text) for one in reading.proposals],
        "warnings": [of_warning(one) for one in reading.warnings],
        "credit": CREDIT,
    }


def of_toponym(one: Toponym) -> dict[str, Any]:
    """A name of a place."""
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "place": of_place(one.place) if one.place else None,
        "confidence": round(one.confidence, 3),
        "adjective": one.adjective,
        "spelled_like": one.spelled_like,
        "candidates": [of_place(place) | {"share": round(share, 3)} for place, share in one.candidates],
    }


def of_place(place: Place) -> dict[str, Any]:
    """A place of the gazetteer."""
    return {
        "key": place.key,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "area": place.area,
        "latitude": round(place.latitude, DIGITS),
        "longitude": round(place.longitude, DIGITS),
    }


def of_date(one: Mention) -> dict[str, Any]:
    """A time; its kind is called type, as in TIMEX3."""
    told = asdict(one)
    return {"start": told.pop("start"), "end": told.pop("end"), "type": told.pop("kind")} | told


def of_proposal(one: Proposal, text: str) -> dict[str, Any]:
    """A proposed claim with its sentence."""
    told = asdict(one)
    return told | {"quote": text[one.start : one.end], "warnings": [of_warning(each) for each in one.warnings]}


def of_warning(one: Warned) -> dict[str, Any]:
    """A question, in English, with its numbers beside it."""
    told = {"code": one.code, "message": one.message % one.values, "values": dict(one.values)}
    return told | {"start": one.start, "end": one.end}
