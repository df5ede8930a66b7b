"""A situation's page: now, as it was on a day, as data, and its progress."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from dateline.people.models import User
from dateline.reports.actions import dispute, retract, supersede
from dateline.reports.models import Axis, Claim, ReportPage, SituationPage
from dateline.reports.progress import progress_of, rate_of
from dateline.reports.situations import claims_at
from dateline.reports.tests.claims import confirmed, proposed, source


@pytest.fixture
def situation(flood: ReportPage) -> SituationPage:
    page = SituationPage(title="The flood", slug="the-flood", standfirst="The river and the town.")
    page.axes = [Axis(name="Front to town", place_name="Ostrau", latitude=50.0, longitude=14.0)]
    flood.get_parent().get_parent().add_child(instance=page)
    ReportPage.objects.filter(pk=flood.pk).update(situation=page)
    flood.refresh_from_db()
    return page


@pytest.fixture
def claims(situation: SituationPage, flood: ReportPage, ada_the_editor: User, now: datetime) -> list[Claim]:
    axis = situation.axes.get()
    mill = source("The mill", "party")
    found = []
    for number, km in enumerate((30, 20, 10)):
        at = now - timedelta(days=3 - number)
        where = {"latitude": 50.0 + km / 111.2, "longitude": 14.0, "place_name": f"Mark {number}", "radius_km": 2.0}
        words = {"statement": f"Water at mark {number}", "source": mill, "axis": axis}
        found.append(confirmed(flood, ada_the_editor, at, **where, **words))
    return found


def page_of(client: Client, query: str = "") -> str:
    answer = client.get(f"/the-flood/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_situation_says_so(client: Client, situation: SituationPage) -> None:
    html = page_of(client)
    assert "Nothing is claimed yet." in html
    assert "The Lume rises" in html


def test_map_timeline_and_ledger_say_the_same(client: Client, claims: list[Claim]) -> None:
    html = page_of(client)
    for claim in claims:
        assert html.count(claim.statement) >= 3, "map's list, timeline, ledger"
        assert f'href="#{claim.anchor}"' in html
    assert "<svg" in html
    assert "Claimed by The mill" in html
    assert re.search(r'<time datetime="2025-11-1\dT', html)


def test_as_of_a_day_nothing_later_is_shown(client: Client, claims: list[Claim], now: datetime) -> None:
    html = page_of(client, "?at=2025-11-12")
    assert "Water at mark 1" in html
    assert "Water at mark 2" not in html
    assert "This is what was known on" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "Nothing had been said by then." in page_of(client, "?at=2020-01-01")


@pytest.mark.parametrize("at", ["yesterday", "2025-13-40", "%00", "x" * 400, "9999999999999-01-01", "2025-11-12T99:00"])
def test_a_day_that_is_none_is_told_and_now_is_shown(client: Client, claims: list[Claim], at: str) -> None:
    html = page_of(client, f"?at={at}")
    assert "is no day that we can show" in html
    assert "Water at mark 2" in html


def test_what_was_said_then_is_said_still(client: Client, claims: list[Claim], ada_the_editor, now: datetime) -> None:
    retract(claim=claims[0], by=ada_the_editor, now=now - timedelta(hours=1), correction="It was mark 4.")
    assert "<s>Water at mark 0</s>" in page_of(client)
    assert "<s>Water at mark 0</s>" not in page_of(client, "?at=2025-11-12")


def test_contradictions_lead_to_each_other(client: Client, claims: list[Claim], ada_the_editor, now: datetime) -> None:
    dispute(claim=claims[1], by=ada_the_editor, now=now, why="Seen", against=[claims[2]])
    html = page_of(client)
    assert html.count("Contradicted by number") == 2


def test_before_a_dispute_nobody_contradicts_anybody(client: Client, claims, ada_the_editor, now: datetime) -> None:
    dispute(claim=claims[0], by=ada_the_editor, now=now - timedelta(hours=1), why="Seen", against=[claims[1]])
    html = page_of(client, "?at=2025-11-13")
    assert "Water at mark 1" in html
    assert "Contradicted by number" not in html


def test_what_is_expected_stands_at_the_end_and_on_no_map(client, claims, flood, ada_the_editor, now) -> None:
    soon = now + timedelta(days=9)
    confirmed(flood, ada_the_editor, now - timedelta(hours=1), statement="Rain comes", begins=soon, modality="forecast",
              latitude=50.0, longitude=14.0)  # fmt: skip
    html = page_of(client)
    assert "timeline__day--expected" in html
    drawn = html[html.index('id="map-title"') : html.index('class="situation__contents"')]
    assert "Water at mark 2" in drawn
    assert "Rain comes" not in drawn


def test_the_ledger_is_sorted_by_links(client: Client, claims: list[Claim]) -> None:
    html = page_of(client, "?order=news")
    rows = re.findall(r'<th scope="row">.*?(Water at mark \d)', html)
    assert rows == ["Water at mark 2", "Water at mark 1", "Water at mark 0"]
    assert 'aria-sort="ascending"' in html
    page_of(client, "?order=;drop")


def test_files_hold_what_readers_see(client: Client, claims: list[Claim], flood, now: datetime) -> None:
    proposed(flood, now, statement="Unsaid")
    told = json.loads(client.get("/the-flood/claims.json").content)
    assert [row["statement"] for row in told["claims"]] == [claim.statement for claim in claims]
    features = json.loads(client.get("/the-flood/claims.geojson").content)["features"]
    assert features[0]["geometry"]["coordinates"] == [14.0, pytest.approx(50.27, abs=0.01)]
    answer = client.get("/the-flood/claims.csv?at=2025-11-12")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["place"] for row in rows] == ["Mark 0", "Mark 1"]
    assert client.get("/the-flood/claims.csv?at=never").status_code == 400
    assert client.get("/the-flood/claims.exe").status_code == 404


def test_a_cell_is_no_formula(client: Client, flood, situation, ada_the_editor, now: datetime) -> None:
    confirmed(flood, ada_the_editor, now, statement="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in client.get("/the-flood/claims.csv").content.decode()


def test_structured_data_name_the_files(client: Client, claims: list[Claim]) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page_of(client))
    assert found
    node = json.loads(found[1])
    assert node["@type"] == "Dataset"
    assert {each["encodingFormat"] for each in node["distribution"]} == {
        "application/json",
        "application/geo+json",
        "text/csv",
    }
    assert len(node["hasPart"]) == 3


def test_progress_has_a_rate_with_its_uncertainty(client: Client, situation, claims: list[Claim], now) -> None:
    [progress] = progress_of(situation.axes.all(), claims_at(situation, now))
    assert progress.rate == pytest.approx(-10, abs=0.2)
    assert progress.give_or_take is not None
    assert progress.is_certain
    html = page_of(client)
    assert "Nearer by 10.0 km a day, give or take" in html
    assert 'class="progress__plot"' in html


def test_a_stated_distance_counts_before_the_point(situation, flood, ada_the_editor, now: datetime) -> None:
    relation = {"km": 45, "of": "Ostrau", "bearing": 270}
    axis = situation.axes.get()
    where = {"latitude": 50.0, "longitude": 13.0, "where_basis": "derived"}
    confirmed(flood, ada_the_editor, now, relation=relation, axis=axis, **where)
    [progress] = progress_of([axis], claims_at(situation, now))
    assert progress.steps[0].km == 45
    assert progress.rate is None


def test_a_stated_distance_is_a_step_without_a_point(situation, flood, ada_the_editor, now: datetime) -> None:
    axis = situation.axes.get()
    confirmed(flood, ada_the_editor, now, place_name="Ostrau", relation={"km": 45, "of": "Ostrau"}, axis=axis)
    [progress] = progress_of([axis], claims_at(situation, now))
    assert progress.steps[0].km == 45


def test_a_rate_needs_three_points_in_time() -> None:
    assert rate_of([(0, 10, 1), (1, 9, 1)]) is None
    assert rate_of([(0, 10, 1), (0, 9, 1), (0, 8, 1)]) is None
    fit = rate_of([(0, 10, 1), (1, 8, 1), (2, 6, 1)])
    assert fit
    assert fit[0] == pytest.approx(-2)
    assert fit[1] == pytest.approx(1.96 / 2**0.5)
    noisy = rate_of([(0, 10, 1), (1, 2, 1), (2, 6, 1)])
    assert noisy
    assert noisy[1] > fit[1], "points that do not fit widen the interval"


def test_a_page_asks_no_more_for_many_claims(
    client: Client, situation, flood, ada_the_editor, now, django_assert_max_num_queries
) -> None:
    for number in range(60):
        confirmed(flood, ada_the_editor, now - timedelta(hours=1), statement=f"Claim {number}", source=source())
    with django_assert_max_num_queries(26):
        page_of(client)


def test_a_draft_s_claims_stand_on_no_page(client: Client, situation, draft: ReportPage, ada_the_editor, now) -> None:
    ReportPage.objects.filter(pk=draft.pk).update(situation=situation)
    draft.refresh_from_db()
    confirmed(draft, ada_the_editor, now, statement="Unsaid-Zyxomma")
    assert "Unsaid-Zyxomma" not in page_of(client)


def test_a_place_is_named_once_however_much_happened_there(
    client: Client, situation: SituationPage, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    for statement in ("The lock was closed", "The lock was opened"):
        where = {"latitude": 50.0, "longitude": 14.0, "place_name": "Lock at Halm"}
        confirmed(flood, ada_the_editor, now, statement=statement, **where)
    svg = client.get("/the-flood/map-wide.svg").content.decode()
    assert svg.count(">Lock at Halm<") == 1
    assert all(f">{number}<" in svg for number in (1, 2))


def test_a_step_that_was_replaced_was_right_when_it_was_said(
    claims: list[Claim], situation: SituationPage, ada_the_editor: User, now: datetime
) -> None:
    supersede(claim=claims[0], later=claims[1], by=ada_the_editor, now=now)
    (progress,) = progress_of(situation.axes.all(), claims_at(situation, now))
    assert len(progress.steps) == 3
    assert [anchor for _x, _label, anchor in progress.dates] == ["start", "end"]


def test_a_past_day_lists_the_reports_of_that_day(
    client: Client, situation: SituationPage, flood: ReportPage, claims: list[Claim]
) -> None:
    before = flood.first_published_at - timedelta(days=1)
    assert "The Lume rises" in page_of(client)
    assert "The Lume rises" not in page_of(client, f"?at={before:%Y-%m-%d}")


def test_an_editor_s_point_goes_before_the_distance_in_the_text(
    situation: SituationPage, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    axis = situation.axes.get()
    words = {"axis": axis, "relation": {"of": "Ostrau", "km": 45}, "latitude": 50.1, "longitude": 14.0}
    confirmed(flood, ada_the_editor, now, where_basis="editor", place_name="Lake", **words)
    (progress,) = progress_of(situation.axes.all(), claims_at(situation, now))
    assert progress.steps[0].km == pytest.approx(11.1, abs=0.1)
