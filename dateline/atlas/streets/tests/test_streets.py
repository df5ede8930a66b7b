"""A file of tiles is read as its specifications say, and becomes roads, houses, water and rails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.streets.archive import Archive, tile_number
from dateline.atlas.streets.plan import in_tiles, streets, tiles_in
from dateline.atlas.streets.vector import shapes
from dateline.atlas.streets.wire import Broken, Wire

from . import small
from .small import COLUMN, NEAR, ROW, SHAPES, ZOOM


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    cells = {(ZOOM, COLUMN + right, ROW): small.tile(SHAPES) for right in (0, 1)}
    opened = Archive(small.write(tmp_path / "town.pmtiles", cells, (7.0, 50.7, 7.2, 50.8)))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("cell", "number"),
    [((0, 0, 0), 0), ((1, 0, 0), 1), ((1, 0, 1), 2), ((1, 1, 1), 3), ((1, 1, 0), 4), ((12, 3423, 1763), 19078479)],
)
def test_tiles_are_numbered_as_the_specification_does(cell: tuple[int, int, int], number: int) -> None:
    assert tile_number(*cell) == number


def test_each_tile_has_a_number_of_its_own_and_the_next_one_lies_beside_it() -> None:
    cells = {tile_number(5, x, y): (x, y) for x in range(32) for y in range(32)}
    path = [cells[number] for number in sorted(cells)]
    assert len(path) == 1024
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1 for a, b in pairwise(path))


def test_a_tile_is_found_and_one_that_is_not_there_is_empty(archive: Archive) -> None:
    assert archive.tile(ZOOM, COLUMN, ROW) == small.tile(SHAPES)
    assert archive.tile(ZOOM, COLUMN + 9, ROW) == b""
    assert archive.tile(0, 0, 0) == b""


def test_a_tile_is_found_through_a_directory_below(tmp_path: Path) -> None:
    cells = {(ZOOM, COLUMN, ROW): small.tile(SHAPES)}
    archive = Archive(small.write(tmp_path / "a.pmtiles", cells, (7.0, 50.7, 7.2, 50.8), leafy=True))
    assert archive.tile(ZOOM, COLUMN, ROW) == small.tile(SHAPES)
    archive.close()


def test_streets_are_what_readers_of_a_town_look_for(archive: Archive) -> None:
    found = list(streets(archive, NEAR, 0.002))
    assert {(street.kind, street.rank, street.name) for street in found} == {
        ("road", 2, "Mill Road"),
        ("road", 4, "Weir Lane"),
        ("rail", 3, ""),
        ("building", 4, ""),
        ("water", 2, ""),
    }


def test_they_lie_where_the_tile_lies(archive: Archive) -> None:
    road = next(street for street in streets(archive, NEAR, 0.002) if street.name == "Mill Road")
    for longitude, latitude in road.line:
        x, y = in_tiles(longitude, latitude, ZOOM)
        assert x == pytest.approx(round(x), abs=1e-6)
        assert y == pytest.approx(ROW + 2000 / 4096, abs=1e-6)


def test_a_map_of_a_region_has_no_streets_and_one_of_elsewhere_neither(archive: Archive) -> None:
    assert not list(streets(archive, NEAR, 1.0))
    assert not list(streets(archive, (20.0, 40.0, 20.01, 40.01), 0.002))


def test_from_afar_there_are_no_houses_and_no_lanes(archive: Archive) -> None:
    kinds = {(street.kind, street.rank) for street in streets(archive, NEAR, 0.04)}
    assert kinds == {("road", 2), ("rail", 3), ("water", 2)}


def test_an_extent_on_the_edge_of_a_tile_asks_for_no_more_than_it_needs() -> None:
    assert list(tiles_in((0.0, 0.0, 90.0, 60.0), 2)) == [(2, 1)]


def test_the_file_says_whom_to_name(archive: Archive) -> None:
    assert "© Mappers" in archive.credit


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_a_tile_but_in_the_one_way(data: bytes) -> None:
    with suppress(Broken):
        list(shapes(data, frozenset({"roads"})))


@given(st.integers(0, 2**63))
def test_a_number_comes_back(number: int) -> None:
    assert Wire(small.varint(number)).number() == number
