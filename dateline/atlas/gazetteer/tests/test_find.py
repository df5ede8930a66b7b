"""Misspelled names find their places, and say why."""

from __future__ import annotations

import pytest

from dateline.atlas.gazetteer import Gazetteer, Place
from dateline.atlas.gazetteer.find import find
from dateline.atlas.gazetteer.measure import Question, measured, without


def test_a_slip_finds_the_town_and_tells_how_many_letters_differ(small: Gazetteer) -> None:
    first = find(small, "al-Bukmala", ["IQ", "SY"])[0]
    assert (first.place.key, first.is_match) == ("gn:1", True)
    assert str(first.reasons[0]).startswith("two letters apart from")
    assert [str(reason) for reason in first.reasons[1:]] == ["in a country named", "57,572 people"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Deir ez-Zor", "spelled so"),
        ("Dayr az-Zawr", "another name of Deir ez-Zor"),
        ("Qaim", "the same but for the article"),
        ("Husayba", "one letter apart from Husaybah, another name of Al Qā’im"),
    ],
)
def test_every_answer_has_its_reason(small: Gazetteer, name: str, sentence: str) -> None:
    town = next(each for each in find(small, name, ["SY", "IQ"]) if each.place.kind == "town")
    assert str(town.reasons[0]) == sentence


def test_a_name_that_is_nowhere_matches_nothing_but_has_neighbours(small: Gazetteer) -> None:
    found = find(small, "Humaymah", ["IQ", "SY"])
    assert found
    assert not any(each.is_match for each in found)


def test_other_countries_are_left_out_when_some_are_named(small: Gazetteer) -> None:
    assert not any(each.is_match for each in find(small, "Springfield", ["SY"]))
    assert {each.place.country for each in find(small, "Bukamal", ["SY"])} == {"SY"}


def test_in_the_whole_world_a_slip_is_found_by_its_first_letter(small: Gazetteer) -> None:
    assert [each.place.key for each in find(small, "Springfeild")][:2] == ["gn:5", "gn:4"]


def test_a_place_of_the_newsroom_is_first_among_equals(small: Gazetteer) -> None:
    own = Place("own:7", "T-2", "other", "SY", "", 34.4, 40.2)
    again = Place("own:8", "Bukamal crossing", "other", "SY", "", 34.42, 40.97)
    shadows = [(own, ["T2 station"]), (again, ["Al-Bukamal"])]
    assert find(small, "T2", ["SY"], shadows=shadows)[0].place == own
    first, second = find(small, "al-Bukamal", ["SY"], shadows=shadows)[:2]
    assert (first.place.key, second.place.key) == ("own:8", "gn:1")
    assert "a place of this newsroom" in [str(reason) for reason in first.reasons]


@pytest.mark.parametrize("name", ["", "   ", "-", "…", "x" * 5_000])
def test_nothing_can_be_asked(small: Gazetteer, name: str) -> None:
    assert not any(each.is_match for each in find(small, name, ["SY"]))
    assert not any(each.is_match for each in find(small, name))


def test_a_name_that_is_forgotten_for_the_measure_is_not_known(small: Gazetteer) -> None:
    question = Question("Husaybah", frozenset({"gn:3"}), False)
    assert find(small, "Husaybah", ["SY", "IQ"])[0].place.key == "gn:3"
    assert not any(each.is_match for each in without(small, question, ["SY", "IQ"]))


def test_measuring_leaves_the_gazetteer_as_it_was(small: Gazetteer) -> None:
    before = find(small, "Al-Bukamal", ["SY", "IQ"])
    figures = measured(small, ["SY", "IQ"], most=10, seed=1)
    assert figures.questions == 3
    assert 0 <= figures.first <= figures.among_five <= 1
    assert find(small, "Al-Bukamal", ["SY", "IQ"]) == before
