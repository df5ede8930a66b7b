"""The page that the project began with, read in place where it lies beside the checkout."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer, file
from dateline.reading import Proposal, read

FOLDER = Path(os.environ.get("DATELINE_DATA", "../shared/data")) / "page-dumps"
DUMP = FOLDER / "advance-report-with-comments.txt"
pytestmark = [
    pytest.mark.skipif(not DUMP.is_file(), reason=f"no page lies in {FOLDER}"),
    pytest.mark.skipif(not file.path().is_file(), reason="no gazetteer here: bin/environment makes it"),
]


@pytest.fixture(scope="module")
def text() -> str:
    return DUMP.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def proposals(text: str) -> list[Proposal]:
    gazetteer = Gazetteer.open()
    found = read(text, date(2017, 11, 3), gazetteer, ("SY", "IQ")).proposals
    gazetteer.close()
    end = text.index("Do you like")
    return [one for one in found if one.start < end]


def test_every_dated_sentence_is_a_claim_on_its_day(proposals: list[Proposal]) -> None:
    days = [one.when.begins.date().isoformat()[5:] if one.when else "" for one in proposals]
    assert days == [
        *("11-02", "11-02", "08-20", "09-16", "09-16", "10-26", ""),
        *("10-26", "11-01", "11-01", "11-02", "11-02", "11-02"),
    ]
    assert {one.when.begins.year for one in proposals if one.when} == {2017}


def test_both_stated_distances_lead_to_their_points(proposals: list[Proposal]) -> None:
    stated = {one.relation["km"]: one.where for one in proposals if one.relation and one.relation["of"] == "al-Bukamal"}
    assert (stated[45].latitude, stated[45].longitude) == pytest.approx((34.451, 40.428), abs=0.002)
    assert (stated[70].latitude, stated[70].longitude) == pytest.approx((34.450, 40.155), abs=0.003)


def test_the_advance_keeps_its_own_distance(proposals: list[Proposal]) -> None:
    assert proposals[0].relation["km"] == 5


def test_sources_and_modality_are_right(proposals: list[Proposal]) -> None:
    said = [(one.modality, one.source.side if one.source else None) for one in proposals]
    assert said == [
        ("reported", "Hezbollah"),
        ("asserted", None),
        ("asserted", None),
        ("reported", "Hezbollah"),
        ("forecast", ""),
        *[("asserted", None)] * 5,
        ("claimed", "Syrian government"),
        ("forecast", "Syrian government"),
        ("conditional", "Syrian government"),
    ]


def test_what_no_gazetteer_has_is_unplaced_or_derived(proposals: list[Proposal]) -> None:
    places = {one.where.name: one.where for one in proposals if one.where}
    assert places["Humaymah"].latitude is None
    assert all(one.derived for name, one in places.items() if name.startswith("T-2"))


def test_the_misspelt_town_is_known_and_asked_about(proposals: list[Proposal], text: str) -> None:
    [asked] = [each for one in proposals for each in one.warnings]
    assert (asked.code, text[asked.start : asked.end]) == ("spelling", "al-Bukmala")
