"""German, as far as its rules go."""

from __future__ import annotations

import pytest

from .said import said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2. November", "2017-11-02"),
        ("Montag, den 30. Oktober 2017", "2017-10-30"),
        ("02.11.2017", "2017-11-02"),
        ("2017-11-02", "2017-11-02"),
        ("Mitte Mai 2015", "2015-05"),
        ("Ende 2016", "2016"),
        ("Sommer 2016", "2016-SU"),
        ("dritten Quartal 2016", "2016-Q3"),
        ("19. Jahrhundert", "18"),
        ("gestern", "2017-11-02"),
        ("übermorgen", "2017-11-05"),
        ("vor drei Tagen", "2017-10-31"),
        ("vor einem Jahr", "2016"),
        ("vor einigen Jahren", "PAST_REF"),
        ("letzte Woche", "2017-W43"),
        ("kommenden Montag", "2017-11-06"),
        ("Ende des Jahres", "2017"),
        ("drei Wochen", "P3W"),
        ("jeden Montag", "XXXX-WXX-1"),
        ("montags", "XXXX-WXX-1"),
        ("täglich", "XXXX-XX-XX"),
        ("jedes Jahr", "P1Y"),
        ("derzeit", "PRESENT_REF"),
        ("Montagabend", "2017-10-30TEV"),
        ("heute Morgen", "2017-11-03TMO"),
        ("gestern um 14.30 Uhr", "2017-11-02T14:30"),
        ("gestern um 9 Uhr 5", "2017-11-02T09:05"),
        ("Mitternacht", "2017-11-03T24:00"),
    ],
)
def test_times_are_read(text: str, value: str):
    """Whole, and as precise as they are."""
    assert said(f"Es war so, {text}.", language="de") == {text: value}


def test_tomorrow_is_no_morning():
    """A capital letter tells them apart."""
    assert said("Sie kommt morgen.", language="de") == {"morgen": "2017-11-04"}
    assert said("Sie kommt am Morgen.", language="de") == {}


def test_the_tense_decides():
    """As in English."""
    assert said("Er wird am Dienstag sprechen.", language="de") == {"Dienstag": "2017-11-07"}
    assert said("Er wurde am Dienstag verletzt.", language="de") == {"Dienstag": "2017-10-31"}


def test_the_date_before_is_what_later_counts_from():
    """As in English."""
    text = "Am 26. Oktober fiel sie. Am selben Tag floh er; zwei Tage später kam er zurück. Am folgenden Tag war Ruhe."
    assert list(said(text, language="de").values()) == ["2017-10-26", "2017-10-26", "2017-10-28", "2017-10-29"]


def test_both_ends_are_read():
    """The first takes its month from the second."""
    assert list(said("vom 2. bis 4. November 2016", language="de").values()) == ["2016-11-02", "2016-11-04"]


def test_what_is_not_known_is_read_as_english():
    """There is no third language."""
    assert said("2 November", language="fr") == {"2 November": "2017-11-02"}
