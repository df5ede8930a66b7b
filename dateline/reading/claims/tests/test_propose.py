"""Claims of single sentences, with the places told rather than found."""

from __future__ import annotations

import re
from datetime import date, datetime, time

import pytest

from dateline.atlas.gazetteer import Place
from dateline.reading import Proposal
from dateline.reading.attribution import find_attributions
from dateline.reading.claims import Read, proposals
from dateline.reading.claims.repeats import repeated
from dateline.reading.dates import dates_in
from dateline.reading.distances import find_distances
from dateline.reading.places.find import Toponym
from dateline.reading.words import Words

PUBLISHED = date(2031, 5, 5)
PLACES = {
    "al-Bukamal": Place("gn:1", "Ālbū Kamāl", "town", "SY", "SY-07", 34.4523, 40.9185),
    "al-Qaim": Place("gn:3", "Al Qā’im", "town", "IQ", "IQ-01", 34.3925, 40.9894),
    "Suva": Place("gn:6", "Suva", "town", "FJ", "FJ-01", -18.1416, 178.4415),
    "Syria": Place("country:SY", "Syria", "country", "SY", "", 35.0, 38.5),
    "K-9": None,
}


def claims_of(text: str, headline: str = "") -> list[Proposal]:
    """What a text claims, with each name of ``PLACES`` in it known."""
    words = Words(text)
    names = tuple(
        Toponym(one.start(), one.end(), one.group(), PLACES[one.group()], 0.9)
        for one in re.finditer("|".join(PLACES), text)
    )
    dates = tuple(dates_in(text, PUBLISHED).mentions)
    said, far = tuple(find_attributions(words)), tuple(find_distances(words, names))
    return proposals(Read(words, datetime.combine(PUBLISHED, time()), names, dates, said, far), headline)


def one_of(text: str) -> Proposal:
    """The only one."""
    [found] = claims_of(text)
    return found


def test_what_stands_there_twice_is_proposed_once() -> None:
    text = "Boats reached Suva on May 2.\n\nThe sea was calm.\n\nBoats reached Suva on May 2."
    assert one_of(text).start == 0


def test_a_line_that_stands_there_twice_is_told_once_at_its_second_place() -> None:
    line = "Boats reach  Suva at last"
    text = f"{line}\n\nThe sea was calm.\n\nBoats Reach Suva at Last\n\n{line}\n\nShare this\nShare this\n"
    [told] = repeated(text)
    assert text[told.start : told.end] == "Boats Reach Suva at Last"
    assert told.message % told.values == "“Boats reach Suva at last” stands here 3 times. It is proposed once."


def test_a_headline_that_is_a_sentence_is_not_proposed_again() -> None:
    text = "Boats reached Suva on May 2.\n\nA crew died in Suva on May 3."
    found = claims_of(text, "Boats reached Suva on May 2")
    assert [text[one.start : one.end] for one in found] == ["A crew died in Suva on May 3."]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On May 2 boats left al-Qaim for al-Bukamal.", "al-Qaim"),
        ("On May 2 boats sailed from al-Qaim and arrived in al-Bukamal.", "al-Bukamal"),
        ("In Syria, a dam broke near al-Bukamal on May 2.", "al-Bukamal"),
        ("A dam broke in Syria on May 2.", "Syria"),
        ("After leaving al-Qaim, boats reached al-Bukamal on May 2.", "al-Bukamal"),
        ("A storm hit al-Bukamal on May 2, officials in al-Qaim said.", "al-Bukamal"),
    ],
)
def test_the_place_is_the_one_that_is_said_most_directly(text: str, place: str) -> None:
    found = one_of(text)
    assert found.where
    assert found.where.name == place


def test_a_distance_added_to_a_known_place_does_not_move_it() -> None:
    found = one_of("A dam broke in al-Qaim, 9 km east of al-Bukamal, on May 2.")
    assert found.where
    assert (found.where.name, found.where.derived) == ("al-Qaim", False)
    assert found.relation
    assert (found.relation["km"], found.relation["of"]) == (9.0, "al-Bukamal")


def test_a_distance_without_a_direction_is_a_ring() -> None:
    found = one_of("On May 2 the boats stopped 20 km from al-Bukamal.")
    assert found.where
    assert (found.where.latitude, found.where.derived) == (34.4523, True)
    assert found.where.radius_km
    assert found.where.radius_km >= 20


def test_a_range_of_days_ends_with_the_last_second_that_is_meant() -> None:
    when = one_of("Storms hit al-Bukamal from 2 to 4 May.").when
    assert when
    assert when.is_range
    assert (when.begins, when.ends) == (datetime(2031, 5, 2), datetime(2031, 5, 4, 23, 59, 59))  # noqa: DTZ001


def test_now_is_the_day_of_publication_where_the_text_goes_on_from_nothing() -> None:
    when = one_of("Boats are now entering al-Bukamal.").when
    assert when
    assert (when.begins.date(), when.basis) == (PUBLISHED, "relative")


def test_a_day_is_not_carried_to_what_does_not_happen() -> None:
    text = "Boats reached al-Bukamal on May 2. The road to al-Bukamal passes farms.\n\nal-Qaim was hit."
    assert one_of(text).start == 0
