"""No name lies on another, whatever is on the map."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.drawing.crowd import overlap
from dateline.atlas.drawing.features import read_features
from dateline.atlas.drawing.sheet import SHAPES, SIZES, Drawing, Plan, Size, draw

from . import geometry as g

ALL_SIZES = {**SIZES, **SHAPES}
names = st.text(alphabet="abcdefghijk mnopqrsAWÄйцук城ملح", min_size=1, max_size=24)
inland = st.tuples(st.floats(14.0, 15.2), st.floats(50.0, 50.7))
places = st.builds(
    lambda at, label, importance: g.point("place", *at, label=label, importance=importance),
    inland,
    names,
    st.integers(1, 4),
)
claims = st.builds(
    lambda at, kind, label: g.point(kind, *at, label=label),
    inland,
    st.sampled_from(["confirmed", "claimed", "disputed"]),
    names,
)
rivers = st.builds(
    lambda positions, label: g.line("river", *positions, label=label, importance=2),
    st.lists(inland, min_size=2, max_size=6, unique=True),
    names,
)


def draw_rows(rows: list[g.Row], size: Size) -> Drawing:
    return draw(Plan("Somewhere", g.ORVA_EXTENT, read_features(g.collection(*rows))), size)


def assert_apart(drawing: Drawing) -> None:
    for one, other in combinations(drawing.placements, 2):
        for box in one.boxes:
            assert not any(overlap(box, against) for against in other.boxes), (one.label.text, other.label.text)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.one_of(places, claims, rivers), max_size=40), size=st.sampled_from(sorted(ALL_SIZES)))
def test_no_name_ever_lies_on_another(rows: list[g.Row], size: str) -> None:
    assert_apart(draw_rows(rows, ALL_SIZES[size]))


@pytest.mark.parametrize("size", sorted(ALL_SIZES))
def test_the_invented_country_keeps_its_names_apart_and_on_the_sheet(size: str) -> None:
    drawing = draw(Plan("Orva", g.ORVA_EXTENT, read_features(g.ORVA)), ALL_SIZES[size])
    assert_apart(drawing)
    for placement in drawing.placements:
        for left, top, right, bottom in placement.boxes:
            assert left >= 0
            assert top >= 0
            assert right <= drawing.width
            assert bottom <= drawing.height


def test_where_there_is_no_room_the_capital_stays_and_the_hamlet_goes() -> None:
    rows = [g.point("place", 14.6, 50.35, label=f"Hamlet {n}", importance=4) for n in range(30)]
    rows.append(g.point("place", 14.6, 50.35, label="Halm", importance=1))
    shown = [placement.label.text for placement in draw_rows(rows, SIZES["narrow"]).placements]
    assert "Halm" in shown
    assert len(shown) < 12


def test_a_side_that_somebody_chose_is_kept() -> None:
    row = g.point("place", 14.6, 50.35, label="Halm", importance=1, side="w")
    (placement,) = draw_rows([row], SIZES["wide"]).placements
    assert placement.anchor == "end"


def test_a_river_has_its_name_along_it_and_never_upside_down() -> None:
    for start, end in (((14.1, 50.1), (15.0, 50.6)), ((15.0, 50.6), (14.1, 50.1)), ((15.0, 50.1), (14.1, 50.6))):
        (placement,) = draw_rows([g.line("river", start, end, label="Orva", importance=1)], SIZES["wide"]).placements
        assert -90 <= placement.turn <= 90
        assert abs(placement.turn) > 10
