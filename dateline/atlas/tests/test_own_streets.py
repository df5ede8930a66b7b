"""The newsroom's own streets on a map: drawn, named, replaced while we run; a broken file means a map without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.atlas import roads
from dateline.atlas.checks import streets_can_be_read
from dateline.atlas.drawing.sheet import SIZES, Plan, draw
from dateline.atlas.roads import Streets, own_streets
from dateline.atlas.scenery import Scenery
from dateline.atlas.streets.archive import Archive
from dateline.atlas.streets.tests import small
from dateline.atlas.streets.tests.small import COLUMN, NEAR, ROW, SHAPES, ZOOM


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    cells = {(ZOOM, COLUMN + right, ROW): small.tile(SHAPES) for right in (0, 1)}
    opened = Archive(small.write(tmp_path / "town.pmtiles", cells, (7.0, 50.7, 7.2, 50.8)))
    yield opened
    opened.close()


def test_streets_are_drawn_and_our_coarse_rivers_are_not(archive: Archive) -> None:
    own = Streets(archive, "© Mappers", "1")
    svg = draw(Plan("x", NEAR, [], scenery=Scenery(streets=own)), SIZES["wide"]).svg
    for name in ("m-road", "m-rail", "m-building", "m-water", "Mill Road"):
        assert name in svg
    assert not {f.kind for f in Scenery(streets=own)(NEAR, 0.002)} & {"land", "shore", "river", "lake"}


def test_the_newsrooms_file_is_used_named_and_replaced_while_we_run(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_PMTILES", str(archive.path))
    first = own_streets()
    assert first
    assert first.credit == "© Mappers"
    assert first.may_show(NEAR)
    assert not first.may_show((0.0, 40.0, 20.0, 55.0))
    assert streets_can_be_read(None) == []
    small.write(archive.path, {(ZOOM, COLUMN, ROW): small.tile(SHAPES[:1])}, (7.0, 50.7, 7.2, 50.8))
    second = own_streets()
    assert second
    assert second.stamp != first.stamp
    for each in (first, second):
        each.archive.close()
    roads.opened.cache_clear()


@pytest.mark.parametrize("content", [b"", b"PMTiles\x02" + bytes(200), b"GIF89a" + bytes(300)])
def test_a_file_of_something_else_is_told_at_start_and_maps_do_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    path = tmp_path / "town.pmtiles"
    path.write_bytes(content)
    monkeypatch.setenv("DATELINE_PMTILES", str(path))
    assert own_streets() is None
    (told,) = streets_can_be_read(None)
    assert told.id == "dateline.W007"


def test_a_broken_tile_leaves_the_map_without_streets(tmp_path: Path) -> None:
    path = small.write(tmp_path / "a.pmtiles", {(ZOOM, COLUMN, ROW): b"\x1a\xff\xff\x03abc"}, (7.0, 50.7, 7.2, 50.8))
    archive = Archive(path)
    assert Streets(archive, "", "1")(NEAR, 0.002) == []
    archive.close()
