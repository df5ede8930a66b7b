"""The gazetteer that was made at install finds what it is said to find."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.atlas.gazetteer import Gazetteer, file
from dateline.atlas.gazetteer.measure import measured

pytestmark = pytest.mark.skipif(not file.path().is_file(), reason="no gazetteer here: bin/environment makes it")


@pytest.fixture(scope="module")
def world() -> Iterator[Gazetteer]:
    gazetteer = Gazetteer.open()
    yield gazetteer
    gazetteer.close()


@pytest.mark.parametrize(
    ("name", "country", "area"),
    [
        ("Deir Ezzor", "SY", "SY-07"),
        ("al-Bukamal", "SY", "SY-07"),
        ("al-Mayadin", "SY", "SY-07"),
        ("Al-Qa'im", "IQ", "IQ-01"),
        ("Київ", "UA", "UA-12"),
        ("Cottonport", "US", "US-LA"),
    ],
)
def test_towns_are_where_they_are(world: Gazetteer, name: str, country: str, area: str) -> None:
    assert (country, area) in {(place.country, place.area) for place in world.named(name) if place.kind == "town"}


def test_a_sample_of_the_figures_of_the_documentation_holds(world: Gazetteer) -> None:
    figures = measured(world, ("IQ", "SY"), most=150, seed=7)
    assert 0.85 < figures.respelled_first < 1
    assert figures.slips_first > 0.95
    assert figures.unrelated < 0.04
