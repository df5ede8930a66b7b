"""Names of places in a claim's form: looked up as they are typed, the newsroom's own first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dateline.atlas.models import Place
from dateline.people.models import User
from dateline.reports.models import Claim, ReportPage, SituationPage
from dateline.reports.tests.claims import confirmed, proposed


@pytest.fixture
def claim(flood: ReportPage, now: datetime) -> Claim:
    front = flood.get_parent().get_parent()
    ReportPage.objects.filter(pk=flood.pk).update(
        situation=front.add_child(instance=SituationPage(title="War", slug="war", countries="SY, IQ"))
    )
    flood.refresh_from_db()
    return proposed(flood, now)


def ask(client: Client, claim: Claim, name: str) -> dict[str, Any]:
    answer = client.get(reverse("reports_claim_place_names", args=[claim.pk]), {"q": name})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def test_a_name_is_found_in_the_situation_s_countries(client: Client, claim: Claim, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    first = ask(client, claim, "al-Bukmala")["found"][0]
    assert first["latitude"] == pytest.approx(34.45, abs=0.1)
    assert "Syria" in first["where"]


def test_the_newsroom_s_own_place_is_first(client: Client, claim: Claim, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    Place.objects.create(name="Homs", country="SY", latitude=1.0, longitude=2.0)
    assert ask(client, claim, "Homs")["found"][0]["latitude"] == 1.0


def test_what_nobody_knows_is_said(client: Client, claim: Claim, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    assert ask(client, claim, "")["told"] == "No place of that name is known."
    near = ask(client, claim, "Qwzzyxqwv")["found"]
    assert all("only spelled alike" in each["where"] for each in near)


def test_readers_look_nothing_up_here(client: Client, claim: Claim) -> None:
    assert client.get(reverse("reports_claim_place_names", args=[claim.pk]), {"q": "Homs"}).status_code == 302


def test_what_was_begun_is_found_and_the_nearest_comes_first(
    client: Client, claim: Claim, ada_the_editor: User, now: datetime
) -> None:
    client.force_login(ada_the_editor)
    ReportPage.objects.filter(pk=claim.report_id).update(situation=None)
    assert "Shasta Lake" in [each["name"] for each in ask(client, claim, "Shasta L")["found"]]
    confirmed(claim.report, ada_the_editor, now, latitude=40.59, longitude=-122.39, place_name="Redding")
    first = ask(client, claim, "Anderson")["found"][0]
    assert (round(first["latitude"]), round(first["longitude"])) == (40, -122)
    assert "California" in first["where"]
