"""Places by name, code and distance."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer, NotBuilt, file, written
from dateline.atlas.gazetteer.build import build

from .small import TOWNS


def names_of(places: list) -> list[str]:
    return [place.key for place in places]


@pytest.mark.parametrize("name", ["Ālbū Kamāl", "al-Bukamal", "ABU KAMAL", "Bukamal", "Абу-Камаль", "البو كمال"])
def test_a_town_is_found_by_any_of_its_names(small: Gazetteer, name: str) -> None:
    (place,) = small.named(name)
    assert (place.key, place.kind, place.country, place.area) == ("gn:1", "town", "SY", "SY-07")


def test_the_larger_of_two_comes_first(small: Gazetteer) -> None:
    assert names_of(small.named("springfield")) == ["gn:5", "gn:4"]


def test_a_name_that_is_nowhere_is_not_found(small: Gazetteer) -> None:
    assert small.named("Humaymah") == []
    assert small.named("") == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "country:US"),
        ("Ivory Coast", "country:CI"),
        ("La.", "area:US-LA"),
        ("Nova Scotia", "area:CA-NS"),
        ("Scotland", "area:GB-SCT"),
        ("Lombardy", "area:IT-09"),
        ("Avoyelles Parish", "county:US-22009"),
        ("Avoyelles", "county:US-22009"),
        ("Middle East", "region:middle-east"),
        ("Euphrates", "water:euphrates"),
    ],
)
def test_areas_are_found_by_their_names(small: Gazetteer, name: str, key: str) -> None:
    assert key in names_of(small.named(name))


def test_an_area_lends_spellings_from_its_town_and_no_nicknames(small: Gazetteer) -> None:
    assert "area:SY-07" in names_of(small.named("Dayr az Zawr"))
    assert names_of(small.named("Bride of the Desert")) == ["gn:2"]


def test_an_area_has_its_point_its_extent_and_its_peoples_number(small: Gazetteer) -> None:
    area = small.area("SY-07")
    assert area is not None
    assert area.extent is not None
    west, south, east, north = area.extent
    assert west < area.longitude < east
    assert south < area.latitude < north
    assert area.population == 57_572 + 271_800


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"), [("US", 39.5, -98.5), ("FR", 46.5, 2.3), ("NO", 62, 10), ("FJ", -17.8, 178)]
)
def test_a_country_has_its_point_where_most_of_it_is(
    small: Gazetteer, code: str, latitude: float, longitude: float
) -> None:
    country = small.country(code)
    assert country is not None
    assert country.latitude == pytest.approx(latitude, abs=1)
    assert country.longitude == pytest.approx(longitude, abs=1)


def test_every_country_has_its_point(small: Gazetteer) -> None:
    assert [row["code"] for row in written.countries() if small.country(row["code"]) is None] == []


def test_adjectives_lead_to_countries(small: Gazetteer) -> None:
    assert small.adjectives["syrian"] == "SY"
    assert small.adjectives["syrians"] == "SY"
    assert small.adjectives["southkorean"] == "KR"
    assert all(small.country(code) for code in small.adjectives.values())


@pytest.mark.parametrize(
    ("short", "code"), [("La.", "US-LA"), ("TX", "US-TX"), ("D.C.", "US-DC"), ("Ont.", "CA-ON"), ("NSW", "AU-NSW")]
)
def test_provinces_are_shortened_as_newspapers_do(small: Gazetteer, short: str, code: str) -> None:
    assert small.abbreviations[short] == code
    assert small.area(code) is not None


def test_two_letters_that_two_countries_use_are_the_first_ones(small: Gazetteer) -> None:
    assert small.abbreviations["WA"] == "US-WA"
    assert "In" not in small.abbreviations


@pytest.mark.parametrize(("word", "most"), [("Deir", 3), ("New", 3), ("Bukamal", 1), ("xyzzy", 0), ("", 0)])
def test_how_long_a_name_can_get(small: Gazetteer, word: str, most: int) -> None:
    assert min(small.has_prefix(word), 3) == most


def test_what_lies_near_is_told_nearest_first(small: Gazetteer) -> None:
    assert names_of(small.near(34.45, 40.92, 20)) == ["gn:1", "gn:3"]
    assert names_of(small.near(34.45, 40.92, 8)) == ["gn:1"]


def test_what_lies_near_is_found_across_the_180th_meridian(small: Gazetteer) -> None:
    assert names_of(small.near(-17.0, 179.5, 250)) == ["gn:7", "gn:6"]
    assert names_of(small.near(-17.0, -179.9, 250)) == ["gn:7", "gn:6"]


def test_a_place_is_found_by_its_key(small: Gazetteer) -> None:
    for key in ("gn:3", "country:IQ", "water:tigris"):
        place = small.keyed(key)
        assert place is not None
        assert place.key == key
    assert small.keyed("gn:99") is None
    assert small.keyed("own:1") is None


def test_several_threads_may_ask_at_once(small: Gazetteer) -> None:
    asked = ["Al-Bukamal", "Springfield", "Homs", "Fiji"] * 100
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(small.named, asked)) == [small.named(name) for name in asked]


def test_without_a_file_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="dateline places build"):
        Gazetteer.open(tmp_path / "none.sqlite3")


def test_a_build_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite3"
    build(path, towns=TOWNS)
    before = path.read_bytes()
    with pytest.raises(KeyError):
        build(path, towns=[*TOWNS, {"geonameid": 9}])
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["places.sqlite3"]


def test_the_file_lies_where_the_setting_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "elsewhere.sqlite3"))
    assert file.path() == tmp_path / "elsewhere.sqlite3"
