"""What was written into a file of lines comes out again, by the piece, and the same each time."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.ground.atlas import Sheaf, runs_of
from dateline.atlas.ground.sheaf import CHUNK, LAYERS, Part, write

QUANTUM = 0.01
places = st.tuples(st.integers(-17990, 17990), st.integers(-9000, 9000))
lines = st.lists(places, min_size=2, max_size=30, unique=True)


def opened(folder: Path, *parts: Part) -> Sheaf:
    write(folder / "a.ground", parts, QUANTUM)
    return Sheaf(folder / "a.ground")


def circle(x: float, y: float, radius: float, count: int) -> list[tuple[float, float]]:
    turns = (2 * pi * step / count for step in range(count + 1))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


@settings(max_examples=60, deadline=None)
@given(drawn=st.lists(st.tuples(st.sampled_from(["river", "border"]), lines), min_size=1, max_size=12))
def test_lines_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, list[tuple[int, int]]]]
) -> None:
    parts = [Part(layer, [(x * QUANTUM, y * QUANTUM) for x, y in line], 7, "Orva") for layer, line in drawn]
    found = opened(tmp_path_factory.mktemp("sheaf"), *parts)
    for layer in ("river", "border"):
        wanted = sorted(line for kind, line in drawn if kind == layer)
        read = [np.rint(outline.line / QUANTUM) for outline in found.within((-180, -90, 180, 90), layer)]
        ends = sorted([(int(line[0][0]), int(line[0][1])) for line in read])
        assert ends == sorted(line[0] for line in wanted)
        assert all(set(line) <= {tuple(point) for one in read for point in one.astype(int).tolist()} for line in wanted)


def test_the_same_parts_make_the_same_bytes(tmp_path: Path) -> None:
    parts = [Part("river", circle(10, 50, 2, 500), 3, "Orva"), Part("land", circle(12, 51, 1, 40))]
    sizes = [write(tmp_path / name, parts, QUANTUM) for name in ("one", "two")]
    assert sizes[0] == sizes[1]
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_of_a_line_only_the_stretch_that_is_near_comes_out(tmp_path: Path) -> None:
    line = [(step * 0.05, 50 + 0.3 * sin(step)) for step in range(CHUNK * 10)]
    found = opened(tmp_path, Part("river", line, 0, "Orva"))
    (near,) = found.within((1.0, 49.0, 2.0, 51.0), "river")
    assert len(near.line) == CHUNK + 1
    assert near.name == "Orva"
    assert not list(found.within((1.0, 60.0, 2.0, 61.0), "river"))


def test_a_ring_far_away_has_few_points_yet_tells_inside_from_outside(tmp_path: Path) -> None:
    coast = circle(0, 0, 40, CHUNK * 40)
    found = opened(tmp_path, Part("land", coast))
    (ring,) = found.within((-5.0, -5.0, 5.0, 5.0), "land")
    assert len(ring.line) < 50
    assert np.abs(ring.line).max() > 39
    (nearer,) = found.within((38.0, -2.0, 42.0, 2.0), "land")
    assert len(nearer.line) > CHUNK


def test_what_lies_beyond_the_180th_meridian_is_found_from_both_sides(tmp_path: Path) -> None:
    found = opened(tmp_path, Part("land", circle(-179.0, -17.0, 0.5, 50)))
    (east_of_it,) = found.within((177.0, -20.0, 182.0, -15.0), "land")
    (west_of_it,) = found.within((-180.0, -20.0, -178.0, -15.0), "land")
    assert 180 < east_of_it.line[:, 0].min() < 182
    assert -180 < west_of_it.line[:, 0].min() < -178


def test_an_extent_that_ends_west_of_where_it_begins_goes_around(tmp_path: Path) -> None:
    found = opened(tmp_path, Part("land", circle(-179.0, -17.0, 0.5, 50)))
    assert len(list(found.within((177.0, -20.0, -178.0, -15.0), "land"))) == 1


def test_points_come_with_rank_and_name(tmp_path: Path) -> None:
    found = opened(tmp_path, Part("town", [(14.5, 50.2)], 105, "Halm"), Part("town", [(80.0, 50.2)], 5, "Grell"))
    assert list(found.points((14, 50, 15, 51), "town")) == [(14.5, 50.2, 105, "Halm")]


def test_what_matters_less_than_asked_stays_in_the_file(tmp_path: Path) -> None:
    found = opened(tmp_path, *(Part("river", [(0, 0), (1, 1)], rank, str(rank)) for rank in (10, 50, 70)))
    assert {outline.name for outline in found.within((0, 0, 1, 1), "river", rank=50)} == {"10", "50"}
    assert found.steps((0, 0, 1, 1), 50) == 2


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ground").write_bytes(b"PMTiles")
    with pytest.raises(ValueError, match="no file of lines"):
        Sheaf(tmp_path / "a.ground")


def test_runs_of_flags() -> None:
    assert runs_of(np.array([0, 1, 1, 0, 1], bool)) == [slice(1, 3), slice(4, 5)]
    assert LAYERS.index("land") == 0
