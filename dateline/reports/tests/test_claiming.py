"""Claims from the proposal to what readers saw on a given day, and places that have to stay where they are."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from dateline.people.models import User
from dateline.reports.actions import (
    AlreadyConfirmed,
    Found,
    NotReady,
    TooLate,
    confirm,
    dispute,
    let_out,
    look_again,
    propose,
    protect,
    restate,
    retract,
    supersede,
    undo,
    uphold,
)
from dateline.reports.models import (
    Axis,
    Claim,
    ClaimStanding,
    ReportPage,
    SituationPage,
    Source,
    StandingIsSaid,
)
from dateline.reports.saying import reader_word, rounded
from dateline.reports.shown import of_report
from dateline.reports.tests.claims import confirmed, proposed

pytestmark = pytest.mark.django_db
SENTENCE = "The Halm lock gave way on Tuesday, the river authority said."
BODY = [("text", f"<p>Rain fell for nine days.</p><p>{SENTENCE} Two villages were cleared.</p>")]


@pytest.fixture
def report(flood: ReportPage) -> ReportPage:
    flood.body = BODY
    return flood


@pytest.fixture
def authority() -> Source:
    return Source.objects.create(name="River authority", kind="official")


@pytest.fixture
def people() -> tuple[User, User]:
    return tuple(User.objects.create_user(username=name, email=f"{name}@news.example") for name in ("ada", "ben"))


@pytest.fixture
def editor_ada(people: tuple[User, User]) -> User:
    return people[0]


@pytest.fixture
def claim(report: ReportPage, authority: Source, people: tuple[User, User], now: datetime) -> Claim:
    fields = {
        "statement": "The lock at Halm gave way",
        "begins": now - timedelta(days=3),
        "place_name": "Halm lock",
        "latitude": 50.17123,
        "longitude": 14.21234,
        "where_precision": "exact",
        "source": authority,
    }
    found = Found(quote=SENTENCE, quote_start=25, fields=fields)
    return propose(report=report, found=found, by=people[0], now=now)


def seen(report: ReportPage, at: datetime) -> list[tuple[str, str]]:
    rows = ClaimStanding.objects.as_of(at).of_report(report.pk)
    return [(row.said["statement"], reader_word(row.standing, row.said)) for row in rows]


def test_a_proposal_is_for_the_newsroom_only(claim: Claim, now: datetime) -> None:
    assert seen(claim.report, now) == []


def test_what_is_confirmed_is_seen_from_then_on(claim: Claim, people, now: datetime) -> None:
    confirm(claim=claim, by=people[0], now=now)
    assert seen(claim.report, now) == [("The lock at Halm gave way", "reported")]
    assert seen(claim.report, now - timedelta(seconds=1)) == []


def test_words_follow_who_says_so(claim: Claim, people, now: datetime) -> None:
    for kind, word in (("party", "claimed"), ("media", "reported"), ("own", "confirmed")):
        Source.objects.update(kind=kind)
        claim.refresh_from_db()
        confirm(claim=claim, by=people[0], now=now)
        assert seen(claim.report, now)[0][1] == word


def test_as_of_shows_what_was_said_then(claim: Claim, people, now: datetime) -> None:
    confirm(claim=claim, by=people[0], now=now)
    claim.statement = "The lock at Halm gave way at noon"
    restate(claim=claim, by=people[0], now=now + timedelta(hours=1))
    assert seen(claim.report, now)[0][0] == "The lock at Halm gave way"
    assert seen(claim.report, now + timedelta(hours=2))[0][0] == "The lock at Halm gave way at noon"
    assert restate(claim=claim, by=people[0], now=now + timedelta(hours=3)) is None


def test_a_standing_is_written_once(claim: Claim, people, now: datetime) -> None:
    row = confirm(claim=claim, by=people[0], now=now)
    with pytest.raises(StandingIsSaid):
        row.save()


def test_disputed_claims_stand_side_by_side(claim: Claim, report, people, now: datetime) -> None:
    other = propose(
        report=report,
        found=Found(quote="", quote_start=None, fields={"statement": "It holds", "begins": now}),
        by=None,
        now=now,
    )
    confirm(claim=other, by=people[0], now=now)
    confirm(claim=claim, by=people[0], now=now)
    dispute(claim=claim, by=people[1], now=now, why="The mayor was there.", against=[other])
    assert set(other.conflicts.all()) == {claim}
    assert ("The lock at Halm gave way", "disputed") in seen(report, now)


def test_a_superseded_claim_names_the_later_one(claim: Claim, report, people, now: datetime) -> None:
    later = propose(
        report=report,
        found=Found(quote="", quote_start=None, fields={"statement": "Mended", "begins": now}),
        by=None,
        now=now,
    )
    confirm(claim=claim, by=people[0], now=now)
    supersede(claim=claim, later=later, by=people[0], now=now)
    claim.refresh_from_db()
    assert claim.superseded_by == later
    assert seen(report, now)[0][1] == "superseded"


def test_what_was_seen_is_taken_back_in_public(claim: Claim, people, now: datetime) -> None:
    confirm(claim=claim, by=people[0], now=now)
    note = retract(claim=claim, by=people[0], now=now + timedelta(hours=1), correction="The lock held.")
    assert note
    assert list(claim.report.corrections.all()) == [note]
    assert seen(claim.report, now + timedelta(hours=2))[0][1] == "retracted"


def test_what_nobody_saw_goes_without_a_word(claim: Claim, people, now: datetime) -> None:
    assert retract(claim=claim, by=people[0], now=now, correction="Misread.") is None
    assert seen(claim.report, now) == []
    assert not claim.report.corrections.exists()


def test_a_claim_without_time_and_place_waits(report, people, now: datetime) -> None:
    bare = propose(
        report=report, found=Found(quote="", quote_start=None, fields={"statement": "Something"}), by=None, now=now
    )
    with pytest.raises(NotReady, match="time or a place"):
        confirm(claim=bare, by=people[0], now=now)


def test_two_people_must_confirm(claim: Claim, people, now: datetime) -> None:
    claim.two_persons = True
    claim.save()
    confirm(claim=claim, by=people[0], now=now)
    assert seen(claim.report, now) == []
    with pytest.raises(AlreadyConfirmed):
        confirm(claim=claim, by=people[0], now=now)
    confirm(claim=claim, by=people[1], now=now)
    assert len(seen(claim.report, now)) == 1


def test_the_second_person_confirms_what_the_first_one_saw(claim: Claim, people, now: datetime) -> None:
    claim.two_persons = True
    claim.save()
    confirm(claim=claim, by=people[0], now=now)
    claim.latitude = 51.0
    claim.save()
    confirm(claim=claim, by=people[1], now=now)
    assert seen(claim.report, now) == []


def test_a_delay_counts_from_the_event(claim: Claim, people, now: datetime) -> None:
    claim.begins, claim.delay = now - timedelta(hours=1), timedelta(hours=6)
    claim.save()
    confirm(claim=claim, by=people[0], now=now)
    due = now + timedelta(hours=5)
    assert seen(claim.report, due - timedelta(minutes=1)) == []
    assert let_out(now=due - timedelta(minutes=1)) == 0
    assert let_out(now=due) == 1
    assert let_out(now=due) == 0
    assert len(seen(claim.report, due)) == 1


def test_rounding_reaches_what_was_said_before(claim: Claim, people, now: datetime) -> None:
    confirm(claim=claim, by=people[0], now=now)
    protect(claim=claim, by=people[0], now=now + timedelta(hours=1), rounding_km=20)
    everything = json.dumps([row.said for row in ClaimStanding.objects.all()])
    for secret in ("50.17", "14.21", "Halm lock", SENTENCE):
        assert secret not in everything


def test_a_grid_tells_no_more_of_many_than_of_one() -> None:
    cells = {rounded(50.17 + step / 1000, 14.21 + step / 1000, 20) for step in range(20)}
    assert len(cells) <= 2
    assert rounded(90, 180, 100)[0] <= 90
    assert -180 <= rounded(-90, -180, 100)[1] <= 180


def test_a_point_is_whole(claim: Claim) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(longitude=None)


def test_a_changed_sentence_makes_its_claim_stale(claim: Claim, now: datetime) -> None:
    report = claim.report
    assert look_again(report=report, now=now) == []
    claim.refresh_from_db()
    assert claim.quote_start == 25
    report.body = [("text", "<p>The lock held.</p>")]
    assert look_again(report=report, now=now) == [claim]
    assert look_again(report=report, now=now + timedelta(hours=1)) == []
    report.body = [("text", f"<p>{SENTENCE}</p>")]
    look_again(report=report, now=now)
    claim.refresh_from_db()
    assert (claim.quote_start, claim.stale_since) == (0, None)


def test_undoing_walks_back_step_by_step(claim: Claim, flood: ReportPage, editor_ada: User, now: datetime) -> None:
    later = confirmed(flood, editor_ada, now, statement="Later", begins=now)
    confirm(claim=claim, by=editor_ada, now=now)
    supersede(claim=claim, later=later, by=editor_ada, now=now, why="Measured anew.")
    undo(claim=claim, by=editor_ada, now=now)
    assert (claim.standing, claim.superseded_by) == ("confirmed", None)
    undo(claim=claim, by=editor_ada, now=now)
    assert claim.standing == "proposed"
    with pytest.raises(TooLate):
        undo(claim=claim, by=editor_ada, now=now)
    assert "Undone" not in [row.why for row in claim.standings.all()]


def test_undoing_a_claim_s_being_taken_back_takes_its_correction_along(
    claim: Claim, flood: ReportPage, editor_ada: User, now: datetime
) -> None:
    confirm(claim=claim, by=editor_ada, now=now)
    before = flood.updated_at
    retract(claim=claim, by=editor_ada, now=now, correction="It was the other mill.")
    assert flood.corrections.count() == 1
    undo(claim=claim, by=editor_ada, now=now)
    flood.refresh_from_db()
    assert (flood.corrections.count(), flood.updated_at) == (0, before)
    assert [one.word for one in of_report(flood.pk, now)] != ["retracted"]


def test_nothing_before_a_protection_can_be_undone(claim: Claim, editor_ada: User, now: datetime) -> None:
    confirm(claim=claim, by=editor_ada, now=now)
    protect(claim=claim, by=editor_ada, now=now, rounding_km=20.0)
    with pytest.raises(TooLate):
        undo(claim=claim, by=editor_ada, now=now)
    assert claim.standing == "confirmed"


def test_what_was_disputed_holds_after_all(claim: Claim, editor_ada: User, now: datetime) -> None:
    confirm(claim=claim, by=editor_ada, now=now)
    dispute(claim=claim, by=editor_ada, now=now, why="The miller says so.")
    (seen,) = of_report(claim.report_id, now)
    assert seen.reason == "The miller says so."
    uphold(claim=claim, by=editor_ada, now=now, why="Seen by two of us.")
    (seen,) = of_report(claim.report_id, now)
    assert (seen.standing, seen.reason) == ("confirmed", "")


def test_an_axis_is_no_news(claim: Claim, flood: ReportPage, editor_ada: User, now: datetime) -> None:
    confirm(claim=claim, by=editor_ada, now=now)
    front = flood.get_parent().get_parent()
    page = SituationPage(title="S", slug="s")
    page.axes = [Axis(name="A", place_name="B", latitude=50.0, longitude=14.0)]
    front.add_child(instance=page)
    claim.axis = page.axes.get()
    claim.save()
    assert restate(claim=claim, by=editor_ada, now=now) is None
    assert claim.standings.last().said["axis"] == claim.axis_id


def test_only_what_readers_see_and_is_no_older_may_follow(
    claim: Claim, flood: ReportPage, editor_ada: User, now: datetime
) -> None:
    confirm(claim=claim, by=editor_ada, now=now)
    words = {name: now + timedelta(hours=hours) for name, hours in (("Before", -900), ("After", 9))}
    for name, at in words.items():
        confirmed(flood, editor_ada, now, statement=name, begins=at)
    proposed(flood, now, statement="Proposed", begins=words["After"])
    later = Claim.objects.beside(claim).that_may_follow(claim, now)
    assert [one.statement for one in later] == ["After"]
