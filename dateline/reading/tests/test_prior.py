"""What an editor confirmed in one document moves what is read in the next."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.atlas.gazetteer import Gazetteer, Place
from dateline.reading import Prior, Reading, read

PUBLISHED = date(2031, 5, 6)
NEXT = "On Monday a warehouse in Springfield was attacked, the mayor of Springfield said."


@pytest.fixture
def illinois(gazetteer: Gazetteer) -> Place:
    return springfield(gazetteer, "gn:4")


@pytest.fixture
def missouri(gazetteer: Gazetteer) -> Place:
    return springfield(gazetteer, "gn:5")


def read_of(text: str, gazetteer: Gazetteer, prior: Prior | None = None) -> Reading:
    return read(text, PUBLISHED, gazetteer, prior=prior)


def placed(text: str, gazetteer: Gazetteer, prior: Prior | None = None) -> set[str]:
    """The keys of all places that are found."""
    return {name.place.key for name in read_of(text, gazetteer, prior).toponyms if name.place}


def test_a_confirmed_placement_moves_the_next_document(gazetteer: Gazetteer, illinois: Place, missouri: Place) -> None:
    assert placed(NEXT, gazetteer) == {missouri.key}
    assert placed(NEXT, gazetteer, Prior.of([[("Springfield", illinois)]])) == {illinois.key}
    claims = read_of(NEXT, gazetteer, Prior.of([[("Springfield", illinois)]])).proposals
    assert {claim.where.key for claim in claims if claim.where} == {illinois.key}


def test_what_was_confirmed_nearby_moves_a_name_that_nobody_confirmed(gazetteer: Gazetteer, illinois: Place) -> None:
    pins = [[(name, near(illinois, name))] for name in ("Mill Bridge", "Old Quay", "North Weir")]
    assert placed(NEXT, gazetteer, Prior.of(pins)) == {illinois.key}


def test_what_was_confirmed_of_another_subject_moves_only_its_own_name(
    gazetteer: Gazetteer, illinois: Place, missouri: Place
) -> None:
    pins = [[("Mill Bridge", near(illinois, "Mill Bridge"))]]
    assert placed(NEXT, gazetteer, Prior.of([], pins)) == {missouri.key}
    assert placed(NEXT, gazetteer, Prior.of([], [[("Springfield", illinois)]])) == {illinois.key}


def test_the_same_subject_speaks_before_others(gazetteer: Gazetteer, illinois: Place, missouri: Place) -> None:
    others = [[("Springfield", missouri)]] * 9
    assert placed(NEXT, gazetteer, Prior.of([[("Springfield", illinois)]], others)) == {illinois.key}


def test_the_latest_document_speaks_loudest(illinois: Place, missouri: Place) -> None:
    prior = Prior.of([[("Springfield", missouri)], [("Springfield", illinois)]])
    times = {key: one.times for key, one in prior.placed["springfield"].items()}
    assert times == {illinois.key: 1.0, missouri.key: 0.8}


def test_long_ago_is_still_a_little(illinois: Place, missouri: Place) -> None:
    prior = Prior.of([[("Springfield", illinois)], *[[]] * 5_000])
    assert prior.placed["springfield"][illinois.key].times > 0


def test_a_pin_that_was_moved_lies_where_it_was_put_last(illinois: Place, missouri: Place) -> None:
    moved = [[("The Weir", near(place, "The Weir"))] for place in (illinois, missouri)]
    [[pin]] = [places.values() for places in Prior.of(moved).placed.values()]
    assert pin.place.latitude == missouri.latitude


def test_nothing_confirmed_is_read_as_if_nobody_had_asked(gazetteer: Gazetteer) -> None:
    assert read_of(NEXT, gazetteer, Prior()) == read_of(NEXT, gazetteer)


def near(place: Place, name: str) -> Place:
    """A pin of an editor's own at a place."""
    return Place(f"own:{name}", name, "other", "", "", place.latitude, place.longitude)


def springfield(gazetteer: Gazetteer, key: str) -> Place:
    """The Springfield of this key."""
    return next(place for place in gazetteer.named("Springfield") if place.key == key)
