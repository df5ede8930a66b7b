"""From files of others to lines of ours: read, joined, straightened, named."""

from __future__ import annotations

import json
import sqlite3
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.ground.survey import sources
from dateline.atlas.ground.survey.names import readable
from dateline.atlas.ground.survey.simpler import divided, joined, simpler, square_km

points = st.tuples(st.integers(-20, 20).map(float), st.integers(-20, 20).map(float))
lines = st.lists(points, min_size=2, max_size=25)


def write_shapefile(folder: Path, name: str, *line: tuple[float, float], word: str) -> None:
    """One polyline as ESRI lays it out, with an index and a table of one column."""
    body = struct.pack("<i4d2ii", 3, 0, 0, 0, 0, 1, len(line), 0) + b"".join(struct.pack("<2d", *at) for at in line)
    row = struct.pack(">2i", 1, len(body) // 2) + body
    (folder / f"{name}.shp").write_bytes(bytes(100) + row)
    (folder / f"{name}.shx").write_bytes(bytes(100) + struct.pack(">2i", 50, len(body) // 2))
    head = (
        struct.pack("<4xIHH20x", 1, 32 + 32 + 1, 11) + b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + b"\x0a" + bytes(15)
    )
    (folder / f"{name}.dbf").write_bytes(head + b"\r " + word.encode("latin-1").ljust(10))


def test_a_shapefile_is_read_with_what_its_table_says(tmp_path: Path) -> None:
    write_shapefile(tmp_path, "rivers", (1.0, 2.0), (3.0, 4.0), word="Glåma")
    (row,) = sources.shapefile(tmp_path, "rivers")
    assert row.said == {"name": "Glåma"}
    assert row.lines == [[(1.0, 2.0), (3.0, 4.0)]]


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(sources.Missing, match=r"rivers\.shp"):
        next(sources.shapefile(tmp_path, "rivers"))


def test_a_geopackage_is_read_through_its_binary(tmp_path: Path) -> None:
    line = struct.pack("<BII4d", 1, 2, 2, 1.0, 2.0, 3.0, 4.0)
    blob = b"GP\0\1" + bytes(4) + struct.pack("<BII", 1, 5, 1) + line
    with sqlite3.connect(tmp_path / "world.gpkg") as database:
        database.execute("create table borders (name text, geom blob)")
        database.execute("insert into borders values ('Orva', ?)", (blob,))
    database.close()
    found = list(sources.geopackage(tmp_path, "world.gpkg", "select name, geom from borders"))
    assert found == [("Orva", [[(1.0, 2.0), (3.0, 4.0)]])]


def test_what_two_countries_share_is_their_border(tmp_path: Path) -> None:
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 50]},
        "arcs": [[[0, 0], [2, 2]], [[0, 0], [4, 0]], [[8, 8], [1, 1]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "1", "arcs": [[0, 1]]},
                    {"id": "2", "arcs": [[[~0, 2]]]},
                    {"id": "3", "arcs": [[1]]},
                ]
            }
        },
    }
    (tmp_path / "countries.json").write_text(json.dumps(topology))
    assert list(sources.shared_borders(tmp_path, "countries.json", "1", "2")) == [[(10.0, 50.0), (11.0, 51.0)]]


@given(lines)
def test_a_simpler_line_keeps_its_ends_and_makes_up_no_points(line: list[tuple[float, float]]) -> None:
    simple = simpler(line, 1.0)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    assert set(simple) <= set(line)


def test_a_ring_is_not_straightened_into_nothing() -> None:
    ring = [(0.0, 0.0), (5.0, 0.01), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert simpler(ring, 0.5) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]


@given(lines)
def test_no_step_of_a_divided_line_is_long(line: list[tuple[float, float]]) -> None:
    steps = divided(line)
    for (x1, y1), (x2, y2) in pairwise(steps):
        assert max(abs(x2 - x1), abs(y2 - y1)) <= 1 + 1e-9


def test_lines_that_meet_end_to_end_become_one_and_stop_where_three_meet() -> None:
    a, b, c, d, e = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (2.0, 1.0)
    assert joined([[a, b], [c, b]]) in ([[a, b, c]], [[c, b, a]])
    assert len(joined([[a, b], [b, c], [c, d], [c, e]])) == 3


def test_a_degree_by_a_degree_is_smaller_in_the_north() -> None:
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    assert square_km(square) == pytest.approx(12_360, rel=0.01)
    assert square_km([(x, y + 59.5) for x, y in square]) == pytest.approx(6_180, rel=0.01)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Donau (Danube)", "Danube"),
        ("Daugava (Zapadnaya Dvina)", "Daugava"),
        ("Paran?", "Paraná"),
        ("Za?gya", "Zagya"),
        ("Nob?dy", ""),
        ("St. John\x92s", "St. John’s"),
        ("Lower  Tunguska (Nizhnyaya Tunguska)", "Lower Tunguska"),
    ],
)
def test_names_are_as_they_should_be_read(written: str, read: str) -> None:
    assert readable(written) == read
