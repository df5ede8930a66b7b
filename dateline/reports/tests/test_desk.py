"""The claims desk: who may do what there, and that each step does what its button says."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dateline.people.models import User
from dateline.reports.actions import reworded
from dateline.reports.models import Claim, Dismissal, ReportPage, Source
from dateline.reports.shown import of_report
from dateline.reports.tests.claims import confirmed, proposed, source

QUOTE = "The river rose overnight."


@pytest.fixture
def editor(client: Client, ada_the_editor: User) -> Client:
    client.force_login(ada_the_editor)
    return client


def desk(client: Client, report: ReportPage) -> str:
    answer = client.get(reverse("reports_claims", args=[report.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client: Client, name: str, claim: Claim, **form: str) -> str:
    answer = client.post(reverse(name, args=[claim.pk]), form, follow=True)
    assert answer.status_code == 200
    claim.refresh_from_db()
    return answer.content.decode()


def seen(report: ReportPage) -> list[str]:
    return [claim.word for claim in of_report(report.pk, timezone.now())]


def test_text_and_claims_stand_beside_each_other(editor: Client, flood: ReportPage, now: datetime) -> None:
    claim = proposed(flood, now, quote=QUOTE, latitude=50.0, longitude=14.0, source=source())
    html = desk(editor, flood)
    assert f'<a class="stretch stretch--proposed" href="#{claim.anchor}" data-start="0">{QUOTE}</a>' in html
    assert "Waits for an editor" in html
    assert "pin.svg?lat=50.0000" in html


def test_one_press_confirms_and_one_undoes(editor: Client, flood: ReportPage, now: datetime) -> None:
    claim = proposed(flood, now)
    assert "Readers see it now." in press(editor, "reports_claim_confirm", claim)
    assert seen(flood) == ["reported"]
    assert "Undone." in press(editor, "reports_claim_undo", claim)
    assert claim.standing == "proposed"
    assert seen(flood) == []


def test_what_readers_have_seen_is_taken_back_and_never_thrown_away(editor: Client, flood: ReportPage, now) -> None:
    claim = proposed(flood, now)
    assert "Throw away" in desk(editor, flood)
    press(editor, "reports_claim_confirm", claim)
    press(editor, "reports_claim_undo", claim)
    html = desk(editor, flood)
    assert "Throw away" not in html
    assert reverse("reports_claim_retract", args=[claim.pk]) in html


def test_somebody_else_s_step_cannot_be_undone(editor: Client, flood: ReportPage, now, ben_the_reporter: User) -> None:
    claim = confirmed(flood, ben_the_reporter, timezone.now())
    assert "Only your own last step can be undone" in press(editor, "reports_claim_undo", claim)
    assert seen(flood) == ["reported"]


def test_what_is_changed_is_said_anew(editor: Client, flood: ReportPage, ada_the_editor: User, now: datetime) -> None:
    claim = confirmed(flood, ada_the_editor, now - timedelta(days=400))
    form = {
        "statement": "The gauge stood at 4.8 m",
        "begins": "2024-11-01T10:00",
        "when_precision": "day",
        "where_precision": "near",
        "modality": "asserted",
        "latitude": "50.5",
        "longitude": "14.5",
        "place_name": "Old bridge",
        "why": "Gauge read again",
    }
    assert "Saved." in press(editor, "reports_claim_change", claim, **form)
    [shown] = of_report(flood.pk, timezone.now())
    assert shown.said["statement"] == "The gauge stood at 4.8 m"
    assert shown.point == (50.5, 14.5)
    assert claim.where_basis == "editor"
    assert claim.revisions.count() == 2


def test_a_source_is_named_where_the_list_has_none(editor: Client, flood: ReportPage, now: datetime) -> None:
    claim, authority = proposed(flood, now, source=source()), source()
    form = {"statement": "X", "when_precision": "day", "where_precision": "near", "modality": "asserted"}
    kept = form | {"source": str(authority.pk)}
    assert "Saved." in press(
        editor, "reports_claim_change", claim, **kept, new_source="Lock keeper", new_source_kind="witness"
    )
    assert (claim.source.name, claim.source.kind) == ("Lock keeper", "witness")
    assert "Saved." in press(editor, "reports_claim_change", claim, **form, new_source="the river authority")
    assert claim.source == authority
    html = press(editor, "reports_claim_change", claim, **form, source=str(source("Mayor").pk), new_source="Vicar")
    assert "A claim has one source." in html


def test_a_source_with_a_very_long_name_is_noted_once(flood: ReportPage) -> None:
    first, second = (Source.objects.called_or_new("The office of " * 20, "official") for _ in range(2))
    assert first == second


def test_half_a_point_is_asked_about(editor: Client, flood: ReportPage, now: datetime) -> None:
    claim = proposed(flood, now)
    form = {"statement": "X", "when_precision": "day", "where_precision": "near", "modality": "asserted"}
    html = press(editor, "reports_claim_change", claim, latitude="50", **form)
    assert "Fill in both, or neither." in html


def test_a_contradiction_is_shown_on_both(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim, other = (confirmed(flood, ada_the_editor, now, statement=words) for words in ("It rose", "It fell"))
    press(editor, "reports_claim_dispute", claim, against=str(other.pk), why="Two gauges")
    assert seen(flood) == ["disputed", "reported"]
    assert set(other.conflicts.all()) == {claim}


def test_a_later_claim_takes_the_place(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim, later = (confirmed(flood, ada_the_editor, now, statement=words) for words in ("4 m", "5 m"))
    press(editor, "reports_claim_supersede", claim, later=str(later.pk))
    assert seen(flood) == ["superseded", "reported"]


def test_taking_back_asks_for_the_correction(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim = confirmed(flood, ada_the_editor, now)
    assert "This field is required." in press(editor, "reports_claim_retract", claim)
    press(editor, "reports_claim_retract", claim, correction="It never rose.")
    assert seen(flood) == ["retracted"]
    assert flood.corrections.get().text == "It never rose."


def test_a_seen_claim_is_not_thrown_away(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim = confirmed(flood, ada_the_editor, now)
    html = editor.post(reverse("reports_claim_drop", args=[claim.pk]), follow=True).content.decode()
    assert "Take it back instead" in html
    unseen = proposed(flood, now)
    editor.post(reverse("reports_claim_drop", args=[unseen.pk]))
    assert set(Claim.objects.all()) == {claim}


def test_a_place_is_rounded_for_all_that_was_said(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim = confirmed(flood, ada_the_editor, now, latitude=50.12345, longitude=14.0, place_name="The camp")
    press(editor, "reports_claim_protect", claim, rounding_km="30", statement=claim.statement)
    [shown] = of_report(flood.pk, timezone.now())
    assert shown.said["where"]["rounded_km"] == 30
    assert "The camp" not in str([row.said for row in claim.standings.all()])


def test_two_editors_are_waited_for(
    editor: Client, flood: ReportPage, ada_the_editor: User, now: datetime, client: Client
) -> None:
    claim = proposed(flood, now, two_persons=True)
    assert "A second editor has to confirm it" in press(editor, "reports_claim_confirm", claim)
    assert "waits for a second editor" in desk(editor, flood)
    assert "You confirmed this already." in press(editor, "reports_claim_confirm", claim)
    assert seen(flood) == []


def test_a_reporter_sees_and_does_not_confirm(
    client: Client, flood: ReportPage, ben_the_reporter: User, now: datetime
) -> None:
    client.force_login(ben_the_reporter)
    claim = proposed(flood, now)
    for name in ("confirm", "undo", "drop", "change", "dispute", "supersede", "retract", "protect"):
        answer = client.post(reverse(f"reports_claim_{name}", args=[claim.pk]))
        assert answer.status_code in {302, 403}, name
    claim.refresh_from_db()
    assert claim.standing == "proposed"


def test_a_stranger_is_sent_to_sign_in(client: Client, flood: ReportPage) -> None:
    assert client.get(reverse("reports_claims", args=[flood.pk])).status_code == 302


def test_what_is_dismissed_can_be_taken_up_again(editor: Client, flood: ReportPage) -> None:
    address = reverse("reports_claim_wave_away", args=[flood.pk])
    form = {"kind": "warning", "fingerprint": "ab" * 16, "words": "45 km, but 12 km", "why": "by road"}
    editor.post(address, form)
    assert "by road" in desk(editor, flood)
    [row] = Dismissal.objects.all()
    editor.post(reverse("reports_claim_take_up", args=[flood.pk, row.pk]))
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("query", ["", "?lat=x&lon=1", "?lat=91&lon=1", "?lat=nan&lon=1", "?lat=1&lon=1&km=-3"])
def test_a_pin_needs_a_place(editor: Client, query: str) -> None:
    assert editor.get(reverse("reports_claim_pin") + query).status_code == 400


def test_a_pin_is_drawn(editor: Client) -> None:
    answer = editor.get(reverse("reports_claim_pin") + "?lat=50.1&lon=14.4&km=20")
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert b"m-claimed" in answer.content
    assert len(answer.content) < 50_000


def test_a_lost_sentence_is_pointed_out(editor: Client, flood: ReportPage, ada_the_editor: User, now) -> None:
    claim = confirmed(flood, ada_the_editor, now, quote="A sentence that was there.")
    assert "no longer in the text" in desk(editor, flood)
    claim.refresh_from_db()
    assert claim.stale_since


def test_a_reworded_sentence_is_offered_and_followed(
    client: Client, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    claim = confirmed(flood, ada_the_editor, now, quote="The river rose overnight.")
    flood.body = [("text", "<p>It had rained for days. The river rose overnight, by a metre. Nobody slept.</p>")]
    flood.save_revision().publish()
    client.force_login(ada_the_editor)
    desk = client.get(reverse("reports_claims", args=[flood.pk])).content.decode()
    assert "It now reads: “The river rose overnight, by a metre.”" in desk
    client.post(reverse("reports_claim_follow", args=[claim.pk]))
    claim.refresh_from_db()
    assert (claim.quote, claim.stale_since) == ("The river rose overnight, by a metre.", None)
    assert claim.standings.count() == 2, "nothing was said anew"
    assert f'id="claim-{claim.pk}-said"' in client.get(flood.get_url()).content.decode()


@pytest.mark.parametrize("text", ["", "Elsewhere the bakery opens at six on market days."])
def test_no_other_sentence_is_taken_for_it(text: str) -> None:
    assert reworded(text, "The river rose overnight.") is None


def test_what_was_confirmed_gives_way_to_the_next_offer(editor: Client, flood: ReportPage) -> None:
    flood.body = [("text", "<p>On 3 November the army took Homs. On 4 November the army took Palmyra.</p>")]
    flood.save_revision().publish()
    first, second = re.findall(r'id="(offer-\w+)"', desk(editor, flood))
    sent = {"fingerprint": first.removeprefix("offer-"), "confirm": "1"}
    answer = editor.post(reverse("reports_claim_take", args=[flood.pk]), sent)
    claim = Claim.objects.get()
    assert answer["Location"].endswith(f"?done={claim.pk}#{second}")
    told = editor.get(answer["Location"]).content.decode().split("data-anywhere")[1]
    assert reverse("reports_claim_undo", args=[claim.pk]) in told.split("</div>")[0]


def test_a_place_is_not_kept_safe_by_a_statement_that_names_it(
    editor: Client, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    where = {"latitude": 50.0, "longitude": 14.0, "place_name": "Lower lock, Halm"}
    claim = confirmed(flood, ada_the_editor, now, statement="The camp in Halm was moved", **where)
    address = reverse("reports_claim_protect", args=[claim.pk])
    sent = {"rounding_km": "20", "statement": "The camp in Halm was moved"}
    assert "It names “Halm”" in editor.post(address, sent).content.decode()
    assert "Halm" in str(claim.standings.last().said)
    editor.post(address, sent | {"statement": "A camp was moved"})
    assert all("Halm" not in str(row.said) for row in claim.standings.all())
    assert "A camp was moved" in client_page(flood)


def client_page(report: ReportPage) -> str:
    """What a reader gets."""
    html = Client().get(report.get_url()).content.decode()
    assert "Halm" not in html
    return html


def test_that_the_text_names_the_place_is_said(
    editor: Client, flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    claim = confirmed(flood, ada_the_editor, now, latitude=50.0, longitude=14.0, place_name="Old bridge, Lume")
    address = reverse("reports_claim_protect", args=[claim.pk])
    told = editor.post(address, {"rounding_km": "20", "statement": "A bridge fell"}, follow=True)
    assert "own text names “Lume”" in html_of(told)


def html_of(answer: HttpResponse) -> str:
    """The words of an answer, as one reads them."""
    return unescape(answer.content.decode())


def test_a_place_nobody_knows_is_begun_with_its_name(editor: Client) -> None:
    html = editor.get(reverse("wagtailsnippets_atlas_place:add") + "?name=Upper+Halm").content.decode()
    assert 'value="Upper Halm"' in html


def test_the_report_s_form_leads_to_the_desk(editor: Client, flood: ReportPage, now: datetime) -> None:
    proposed(flood, now)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[flood.pk])).content.decode()
    assert "1 claim rests on this text." in html
    assert "1 waits for an editor." in html
