"""What a text is asked about as it is read, with errors planted in it."""

from __future__ import annotations

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.reading import read

from .story import HEADLINE, PUBLISHED, STORY

CODES = {"distance", "distance-asked", "bearing", "opposite", "rate", "order", "headline", "extent"}


def asked(text: str, gazetteer: Gazetteer, headline: str = HEADLINE, extent: tuple | None = None) -> list[str]:
    """The codes of what is asked about, but for dates, spellings and repeated lines."""
    found = read(text, PUBLISHED, gazetteer, ("SY", "IQ"), headline=headline, extent=extent).warnings
    return [one.code for one in found if one.code in CODES]


def test_a_text_that_holds_is_asked_nothing(gazetteer: Gazetteer) -> None:
    assert asked(STORY, gazetteer) == []


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        ("only 30km west", "only 300km west", ["headline", "order"]),
        ("only 30km west", "only 50km east", ["headline", "opposite"]),
        ("on April 28", "on May 4", []),
        ("moved 6km from", "moved 100km in 8 hours from", ["rate"]),
        ("only 30km west", "only 31km west", ["headline"]),
    ],
)
def test_a_planted_error_is_asked_about(right: str, wrong: str, codes: list[str], gazetteer: Gazetteer) -> None:
    assert right in STORY
    assert sorted(asked(STORY.replace(right, wrong), gazetteer)) == codes


def test_two_known_towns_are_measured(gazetteer: Gazetteer) -> None:
    told = "On May 4, guards entered the town of Deir Ezzor. Deir Ezzor is 12 km north of al-Bukamal."
    assert asked(told, gazetteer, headline="") == ["distance"]
    told = told.replace("12 km north", "120 km south-east")
    assert asked(told, gazetteer, headline="") == ["bearing"]


def test_a_town_is_measured_against_the_distance_that_is_added_to_its_name(gazetteer: Gazetteer) -> None:
    told = "On May 4, the flood reached Deir Ezzor, 12 km north of al-Bukamal."
    assert asked(told, gazetteer, headline="") == ["distance"]
    assert asked(told.replace("12 km north", "120 km northwest"), gazetteer, headline="") == []
    assert asked(told.replace("12 km north", "120 km south-east"), gazetteer, headline="") == ["bearing"]


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("flames reached a farm", "flames reached a mill", []),
        ("the army reached a farm", "the army reached a mill", ["order"]),
        ("the army reached a farm", "the police reached a mill", []),
    ],
)
def test_only_who_can_advance_is_asked_about_the_order(
    first: str, second: str, codes: list[str], gazetteer: Gazetteer
) -> None:
    told = f"Al-Bukamal is a town in Deir Ezzor, Syria. On May 1, {first} 12 km west of al-Bukamal town. "
    told += f"On May 4, {second} 45 km west of al-Bukamal town."
    assert asked(told, gazetteer, headline="") == codes


def test_a_place_outside_of_the_situation_is_asked_about(gazetteer: Gazetteer) -> None:
    assert asked(STORY, gazetteer, extent=(38.0, 33.0, 42.0, 37.0)) == []
    assert set(asked(STORY, gazetteer, extent=(-5.0, 50.0, 0.0, 55.0))) == {"extent"}


def test_a_proposal_keeps_what_is_asked_about_its_sentence(gazetteer: Gazetteer) -> None:
    wrong = STORY.replace("only 30km west", "only 300km west")
    found = read(wrong, PUBLISHED, gazetteer, ("SY", "IQ"), headline=HEADLINE)
    [claim] = [one for one in found.proposals if "300km" in wrong[one.start : one.end]]
    assert {one.code for one in claim.warnings} == {"order"}
