"""From a report's words to offers at the desk, with the real reading and the real gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dateline.atlas.models import Place as OwnPlace
from dateline.people.models import User
from dateline.reports.actions import dismiss
from dateline.reports.assistant import gazetteer, offers_for
from dateline.reports.models import Claim, ReportPage, SituationPage, Source
from dateline.reports.offers import Offer, undismissed
from dateline.reports.plaintext import plain_text
from dateline.reports.prior import prior
from dateline.reports.tests.claims import confirmed

TEXT = (
    "On 3 November the army advanced to a point 20 km south of Homs, according to the governor’s office. "
    "On the same day, its soldiers captured the village of Kelmehra. "
    "On Monday, 5 November 2025, the town of Palmyra was shelled."
)


@pytest.fixture
def report(flood: ReportPage) -> ReportPage:
    flood.body = [("text", f"<p>{TEXT}</p>")]
    front = flood.get_parent().get_parent()
    flood.situation = front.add_child(instance=SituationPage(title="War", slug="war", countries="SY"))
    flood.save_revision().publish()
    return ReportPage.objects.get(pk=flood.pk)


@pytest.fixture(autouse=True)
def by_the_newsroom_s_clock() -> Iterator[None]:
    with timezone.override("Europe/Berlin"):
        yield


def offers(report: ReportPage) -> tuple[Offer, ...]:
    return offers_for(report, plain_text(report), timezone.now()).claims


def test_a_sentence_is_offered_with_its_time_place_and_source(report: ReportPage) -> None:
    first = offers(report)[0]
    assert first.fields["begins"].date().isoformat() == "2025-11-03"
    assert first.fields["where_basis"] == "derived"
    assert first.fields["latitude"] == pytest.approx(34.55, abs=0.1)
    assert first.fields["relation"]["km"] == 20
    assert "governor" in first.source_name
    assert first.found.quote in TEXT
    assert plain_text(report)[first.found.quote_start :].startswith(first.found.quote)


def test_an_inherited_day_says_so_and_an_unknown_village_is_not_guessed(report: ReportPage) -> None:
    second = offers(report)[1]
    assert second.fields["when_basis"] == "inherited"
    assert second.fields["begins"].date().isoformat() == "2025-11-03"
    assert "latitude" not in second.fields
    assert "Kelmehra" in offers_for(report, plain_text(report), timezone.now()).unplaced


def test_a_wrong_weekday_is_asked_about_with_both(report: ReportPage) -> None:
    found = offers_for(report, plain_text(report), timezone.now())
    every = [*found.notes, *(note for offer in found.claims for note in offer.notes)]
    [note] = [note for note in every if note.code == "weekday"]
    assert "Monday" in note.message
    assert "Wednesday" in note.message


def test_what_was_dismissed_is_not_said_again(report: ReportPage, now: datetime) -> None:
    found = offers_for(report, plain_text(report), timezone.now())
    first = found.claims[0]
    dismiss(report=report, kind="proposal", fingerprint=first.fingerprint, words="x", by=None, now=now)
    left = undismissed(report.pk, found)
    assert first not in left.claims
    assert left.dismissed == 1


def test_a_dismissed_question_is_not_asked_again_beside_its_offer(report: ReportPage, now: datetime) -> None:
    found = offers_for(report, plain_text(report), timezone.now())
    [note] = [note for offer in found.claims for note in offer.notes if note.code == "weekday"]
    dismiss(report=report, kind="warning", fingerprint=note.fingerprint, words="x", by=None, now=now)
    left = undismissed(report.pk, found)
    assert len(left.claims) == len(found.claims)
    assert note not in [note for offer in left.claims for note in offer.notes]
    assert left.dismissed == 1


def test_one_press_takes_an_offer_and_shows_it(client: Client, report: ReportPage, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    first = offers(report)[0]
    form = {"fingerprint": first.fingerprint, "confirm": "1"}
    client.post(reverse("reports_claim_take", args=[report.pk]), form, follow=True)
    [claim] = Claim.objects.all()
    assert claim.standing == "confirmed"
    assert claim.source == Source.objects.get()
    assert first.fingerprint not in {offer.fingerprint for offer in undismissed(report.pk, offers_left(report)).claims}


def offers_left(report: ReportPage):
    return offers_for(report, plain_text(report), timezone.now())


def test_a_chosen_sentence_becomes_a_claim_to_look_over(
    client: Client, report: ReportPage, ada_the_editor: User
) -> None:
    client.force_login(ada_the_editor)
    start = TEXT.index("On the same day")
    answer = client.post(
        reverse("reports_claim_sentence", args=[report.pk]), {"start": start, "end": TEXT.index(" On Monday")}
    )
    [claim] = Claim.objects.all()
    assert answer["Location"] == reverse("reports_claim_change", args=[claim.pk])
    assert claim.quote == "On the same day, its soldiers captured the village of Kelmehra."
    assert claim.standing == "proposed"


def test_a_confirmed_place_is_known_in_the_next_report(
    report: ReportPage, live_flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    confirmed(live_flood, ada_the_editor, now, place_name="Kelmehra", latitude=34.6, longitude=37.0)
    second = offers(report)[1]
    assert (second.fields["latitude"], second.fields["longitude"]) == (34.6, 37.0)


def test_another_situation_s_places_say_nothing_of_this_one(
    report: ReportPage, live_flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    confirmed(live_flood, ada_the_editor, now, place_name="Kelmehra", latitude=34.6, longitude=37.0)
    assert (prior(report, gazetteer()).has_votes, prior(report, gazetteer()).knows("Kelmehra")) == (False, True)
    live_flood.situation = report.situation
    live_flood.save_revision().publish()
    assert prior(report, gazetteer()).has_votes


def test_a_report_of_no_situation_is_read_after_all_others(
    flood: ReportPage, live_flood: ReportPage, ada_the_editor: User, now: datetime
) -> None:
    town = gazetteer().named("Homs")[0]
    confirmed(live_flood, ada_the_editor, now, place_name="The ford", latitude=34.6, longitude=37.0)
    confirmed(flood, ada_the_editor, now, place_name="Homs", place_key=town.key, latitude=0, longitude=0)
    found = prior(live_flood, gazetteer())
    assert found.has_votes
    assert [one.place for one in found.placed["homs"].values()] == [town]
    assert not found.knows("The ford"), "a report is not read after itself"


def test_the_gazetteer_is_there() -> None:
    assert gazetteer().named("Homs")


def test_what_a_later_claim_made_old_is_said_with_both_days(report: ReportPage, ada_the_editor: User) -> None:
    before = offers(report)[1]
    actor, place = before.fields["actors"], before.fields["place_name"]
    later = before.fields["begins"] + timedelta(days=9)
    words = {"statement": "The army has left Kelmehra", "actors": actor, "place_name": place, "begins": later}
    confirmed(report, ada_the_editor, later, **words)
    (note,) = [note for note in offers(report)[1].notes if note.code == "superseded"]
    assert "The army has left Kelmehra" in note.message
    assert "3 November 2025" in note.message
    assert "12 November 2025" in note.message


def test_a_place_of_the_newsroom_s_own_is_known(report: ReportPage) -> None:
    assert "Kelmehra" in offers_for(report, plain_text(report), timezone.now()).unplaced
    OwnPlace.objects.create(name="Kelmehra", country="SY", latitude=34.5, longitude=36.9)
    second = offers(report)[1]
    assert (second.fields["latitude"], second.fields["longitude"]) == (34.5, 36.9)


def test_a_chosen_sentence_is_read_whatever_happens_in_it(report: ReportPage) -> None:
    words = "There was smoke in Homs on 4 November, the army said."
    report.body = [("text", f"<p>It was a long week. {words} Nobody slept.</p>")]
    text = plain_text(report)
    start = text.index(words)
    (offer,) = offers_for(report, text, timezone.now(), within=(start, start + len(words))).claims
    assert offer.found.quote == words
    assert offer.fields["begins"].date().isoformat() == "2025-11-04"
    assert offer.fields["latitude"] == pytest.approx(34.5, abs=0.5)
    assert "army" in offer.source_name


@pytest.mark.parametrize(("written", "known"), [("the fire service", "fire service"), ("Fire Service", "fire service")])
def test_a_source_is_known_with_and_without_its_article(written: str, known: str) -> None:
    row = Source.objects.create(name=known, kind="official")
    assert Source.objects.called(written) == row


@pytest.mark.parametrize(
    ("words", "precision"), [("On Friday night", "day"), ("At 4 a.m. on 4 November", "hour"), ("On 4 November", "day")]
)
def test_a_part_of_a_day_is_no_hour(report: ReportPage, words: str, precision: str) -> None:
    sentence = f"{words} the army shelled Homs, the governor said."
    report.body = [("text", f"<p>{sentence}</p>")]
    (offer,) = offers_for(report, plain_text(report), timezone.now(), within=(0, len(sentence))).claims
    assert offer.fields["when_precision"] == precision
    assert (offer.fields["begins"].hour == 0) == (precision == "day")
