"""A text in, claims out: when, where, who says so, how surely, and what is odd."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.reading import Proposal, Reading, read

from .story import HEADLINE, PAGE, PUBLISHED, STORY


@pytest.fixture
def story(gazetteer: Gazetteer) -> Reading:
    return read(STORY, PUBLISHED, gazetteer, ("SY", "IQ"), headline=HEADLINE)


def about(reading: Reading, words: str, text: str = STORY) -> Proposal:
    """The proposal whose sentence has these words."""
    [found] = [one for one in reading.proposals if words in text[one.start : one.end]]
    return found


def begins(proposal: Proposal) -> str:
    return proposal.when.begins.date().isoformat() if proposal.when else ""


@pytest.mark.parametrize(
    ("words", "day", "basis"),
    [
        ("moved 6km", "2031-05-04", "year-inferred"),
        ("With this move", "2031-05-04", "inherited"),
        ("officially announced", "2031-04-02", "year-inferred"),
        ("reach the K-9 station", "2031-04-28", "year-inferred"),
        ("On the same day", "2031-04-28", "inherited"),
        ("storms hit", "2031-05-03", "year-inferred"),
        ("large convoy", "2031-05-04", "year-inferred"),
        ("Furthermore", "2031-05-04", "inherited"),
        ("If the drivers", "2031-05-04", "inherited"),
    ],
)
def test_a_claim_has_its_own_day_or_that_of_the_sentence_that_it_goes_on_from(
    story: Reading, words: str, day: str, basis: str
) -> None:
    found = about(story, words)
    assert (begins(found), found.when.basis if found.when else "") == (day, basis)


def test_a_distance_of_the_sentence_s_own_is_kept_where_another_says_where_the_place_lies(
    gazetteer: Gazetteer,
) -> None:
    away = " towards the last town without water, al-Bukamal, in the province of Deir Ezzor"
    text = STORY.replace(away, "")
    moved = about(read(text, PUBLISHED, gazetteer, ("SY", "IQ")), "moved 6km", text)
    assert moved.where is not None
    assert moved.where.derived
    assert moved.relation is not None
    assert moved.relation["km"] == 6


@pytest.mark.parametrize(
    ("words", "modality", "source"),
    [
        ("moved 6km", "reported", "the ministry of water"),
        ("With this move", "asserted", ""),
        ("large convoy", "claimed", "Volunteer drivers"),
        ("Furthermore", "forecast", "Volunteer drivers"),
        ("If the drivers", "conditional", "Volunteer drivers"),
        ("storms hit", "asserted", ""),
    ],
)
def test_it_says_who_says_so_and_how_surely(story: Reading, words: str, modality: str, source: str) -> None:
    found = about(story, words)
    assert (found.modality, found.source.name if found.source else "") == (modality, source)


def test_two_distances_to_one_town_lead_to_two_points(story: Reading) -> None:
    """Reckoned by hand on the ellipsoid: 30 and 50 km due west of 34.4523 N 40.9185 E."""
    boats, station = about(story, "With this move"), about(story, "is located")
    assert boats.where
    assert station.where
    assert (boats.where.latitude, boats.where.longitude) == pytest.approx((34.4518, 40.5920), abs=0.002)
    assert (station.where.latitude, station.where.longitude) == pytest.approx((34.4510, 40.3743), abs=0.002)
    assert boats.where.derived
    assert station.where.derived
    assert boats.relation == {
        "km": 30.0,
        "bearing": 270.0,
        "of": "al-Bukamal",
        "qualifier": "only",
        "text": "now only 30km west of al-Bukamal",
    }


def test_where_a_site_lies_has_no_day(story: Reading) -> None:
    assert about(story, "is located").when is None


def test_an_unknown_site_lies_where_the_text_itself_puts_it(story: Reading) -> None:
    reached = about(story, "reach the K-9 station")
    assert reached.where
    assert (reached.where.name, reached.where.key, reached.where.derived) == ("K-9", "", True)
    assert [one.place for one in story.toponyms if one.text == "K-9"] == [None] * 2


def test_what_nobody_can_place_is_proposed_without_a_point(story: Reading) -> None:
    entered = about(story, "Ruvayda")
    assert entered.where
    assert (entered.where.name, entered.where.latitude) == ("Ruvayda", None)


def test_a_slip_of_the_pen_is_placed_and_asked_about(story: Reading) -> None:
    hit = about(story, "storms hit")
    assert hit.where
    assert hit.where.key == "gn:1"
    [asked] = hit.warnings
    assert asked.code == "spelling"
    assert asked.message % asked.values == "al-Bukmala is spelled al-Bukamal elsewhere in this text."
    assert STORY[asked.start : asked.end] == "al-Bukmala"


def test_a_sentence_without_a_place_or_distance_is_no_claim(story: Reading) -> None:
    assert not [one for one in story.proposals if "send divers" in STORY[one.start : one.end]]


def test_furniture_of_a_page_becomes_no_claim_and_moves_no_date(gazetteer: Gazetteer, story: Reading) -> None:
    page = read(PAGE, PUBLISHED, gazetteer, ("SY", "IQ"))
    assert [PAGE[one.start : one.end] for one in page.proposals] == [
        STORY[one.start : one.end] for one in story.proposals
    ]
    assert [one.when for one in page.proposals] == [one.when for one in story.proposals]
    assert [one.values["said"] for one in page.warnings if one.code == "repeated"] == [HEADLINE]


@pytest.mark.parametrize(
    "mark", ["0 $", "JULY 2034", "Share", HEADLINE, "Click for the full map of al-Bukamal on May 4"]
)
def test_what_is_no_sentence_is_no_claim(gazetteer: Gazetteer, mark: str) -> None:
    assert read(f"{mark}\n\n", PUBLISHED, gazetteer).proposals == ()


def test_an_hour_of_publication_will_do_as_well(gazetteer: Gazetteer, story: Reading) -> None:
    hour = datetime(2031, 5, 5, 14, 30)  # noqa: DTZ001
    assert read(STORY, hour, gazetteer, ("SY", "IQ"), headline=HEADLINE).proposals == story.proposals


def test_odd_dates_are_asked_about_with_both_values(gazetteer: Gazetteer) -> None:
    [asked] = read("The boats came on Monday, 1 May 2031.", PUBLISHED, gazetteer).warnings
    assert (asked.code, asked.values["date"], asked.values["weekday"]) == ("weekday", date(2031, 5, 1), "Thursday")


@pytest.mark.parametrize("text", ["", " \n", "?", "\n\n\n", "2 May", "« »", "a" * 5000, "On May 2. " * 50])
def test_any_text_is_read(gazetteer: Gazetteer, text: str) -> None:
    assert read(text, PUBLISHED, gazetteer).proposals == ()
