"""A map that cannot be drawn is refused in a sentence that names the feature and says what to change."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.drawing.features import read_features
from dateline.atlas.drawing.sheet import SIZES, Plan, draw
from dateline.atlas.geojson import check_features
from dateline.atlas.models import DrawnMap

from . import geometry as g


def faults(collection: Any) -> list[str]:
    try:
        check_features(collection)
    except ValidationError as error:
        return error.messages
    return []


def test_the_invented_country_has_no_faults() -> None:
    assert faults(g.ORVA) == []
    assert faults(g.collection()) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (g.point("volcano", 14, 50), "Feature 1 has the kind “volcano”"),
        (g.point("place", 14, 50), "Feature 1 is a place and needs “label”."),
        (g.point("ring", 14, 50, label="Smoke"), "Feature 1 (“Smoke”) is a ring and needs “radius_km”."),
        (g.point("place", 50, 140, label="Halm"), "Longitude comes first."),
        (g.line("lake", (14, 50), (15, 50)), "must be Polygon or MultiPolygon, not LineString."),
        (g.feature("lake", "Polygon", [[[14, 50], [15, 50]]]), "the ring of a polygon four."),
        (g.feature("border", "LineString", [["14", 50], [15, 50]]), "is not a position."),
        (g.feature("border", "LineString", []), "empty or nested wrongly"),
        (g.point("point", 14, 50, symbol="star"), "“symbol” must be one of: dot,"),
        (g.point("point", 14, 50, href="javascript:alert(1)"), "must begin with #, / or https://"),
        (g.point("place", 14, 50, label="Halm", importance=9), "“importance” must be a number from 1 to 4."),
        (g.feature("point", "Point", [14, 50], **{"from": "March"}), "“from” must be a day or a time"),
        ({"type": "Feature"}, "has no “properties”"),
        ("Halm", "Feature 1 is not a GeoJSON Feature."),
    ],
)
def test_each_fault_is_a_sentence_about_its_feature(row: Any, said: str) -> None:
    assert any(said in sentence for sentence in faults(g.collection(row)))


def test_what_is_no_collection_is_told_so() -> None:
    assert "not a GeoJSON FeatureCollection" in faults([])[0]
    assert "no list" in faults({"type": "FeatureCollection"})[0]


json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(
    json,
    st.sampled_from(["place", "river", "lake", "ring", "flood"]),
    st.sampled_from(["Point", "LineString", "Polygon"]),
    json,
)
def test_whatever_passes_can_be_drawn_and_nothing_else_breaks_the_check(
    coordinates: Any, kind: str, form: str, label: Any
) -> None:
    collection = g.collection(g.feature(kind, form, coordinates, label=label, radius_km=2))
    if not faults(collection):
        draw(Plan("x", g.ORVA_EXTENT, read_features(collection)), SIZES["narrow"])


@pytest.mark.django_db
def test_half_pasted_features_are_told_so_in_words() -> None:
    form = DrawnMap.snippet_viewset.get_edit_handler().get_form_class()({"features": '{"type": "Feat'})
    assert "This is not JSON" in form.errors["features"][0]
