"""Who may write, from the desk: what holds and where it comes from, changing it, taking it back, being on duty."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.discussion.actions import set_policy
from dateline.discussion.in_force import terms_of
from dateline.discussion.models import Clauses, Comment, Duty, Policy
from dateline.moderation.actions import Overtaken, change_policy, go_on_duty, hold_until_back, undo_change
from dateline.moderation.models import PolicyChange
from dateline.people.models import User

pytestmark = pytest.mark.django_db
EMPTY = {
    "mode": "",
    "words": "",
    "close_after": "",
    "slow": "",
    "night": "",
    "night_from": "",
    "night_to": "",
    "note": "",
    "seen": "0",
}


@pytest.fixture
def front(flood: Page) -> Page:
    """The newsroom's front page."""
    return flood.get_parent()


def own(page: Page) -> Clauses:
    found = Policy.objects.of_page(page).first()
    return found.clauses if found else Clauses()


def text_of(answer: object) -> str:
    return " ".join(answer.text.split())  # type: ignore[attr-defined]


def test_the_page_of_a_thread_says_what_holds_and_where_it_comes_from(
    flood: Page, front: Page, desk: Client, mo: User, now: datetime
):
    change_policy(on=front, clauses=Clauses(slow=300, close_after=14), moderator=mo, now=now)
    change_policy(on=flood, clauses=Clauses(mode="open"), moderator=mo, now=now, note="A calm report")
    html = text_of(desk.get(f"/moderation/threads/{flood.pk}/"))
    assert "Open: only what screening doubts waits</bdi></td> <td> this page" in html
    assert f'one comment every 5 minutes</bdi></td> <td> Page <a href="/moderation/threads/{front.pk}/">' in html
    assert "14 days after a report" in html
    assert "the house: nothing is set" in html
    assert "A calm report" in html


def test_a_form_changes_all_and_undo_takes_it_back(flood: Page, desk: Client, mo: User):
    address = f"/moderation/threads/{flood.pk}/"
    wanted = {**EMPTY, "mode": "closed", "words": "A court has asked us to.", "close_after": "7", "slow": "60"}
    wanted |= {"night": "hours", "night_from": "22:00", "night_to": "06:00", "note": "Letter of today"}
    assert desk.post(address, wanted).status_code == 303
    assert own(flood)[:4] == ("closed", "A court has asked us to.", 7, 60)
    assert f"{own(flood).night_from:%H:%M}" == "22:00"
    change = PolicyChange.objects.get()
    assert (change.moderator, change.note, change.clauses_before) == (mo, "Letter of today", Clauses())
    html = text_of(desk.get(address))
    assert "Night mode: as above → 22:00–06:00" in html
    assert desk.post(f"/moderation/writing/changes/{change.pk}/undo/").status_code == 303
    assert own(flood) == Clauses()
    again = PolicyChange.objects.get(undoes=change)
    assert desk.post(f"/moderation/writing/changes/{again.pk}/undo/").status_code == 303
    assert own(flood).mode == "closed"


@pytest.mark.parametrize(
    "change",
    [
        {"mode": "everything"},
        {"close_after": "-1"},
        {"close_after": "99999"},
        {"slow": "7"},
        {"night": "hours"},
        {"night": "hours", "night_from": "22:00", "night_to": "22:00"},
        {"night": "hours", "night_from": "25:00", "night_to": "22:00"},
        {"words": "x" * 201},
        {"note": "x" * 301},
    ],
)
def test_what_makes_no_sense_is_not_saved_and_said(flood: Page, desk: Client, change: dict[str, str]):
    answer = desk.post(f"/moderation/threads/{flood.pk}/", {**EMPTY, **change})
    assert answer.status_code == 200
    assert "Nothing was saved" in answer.text
    assert not Policy.objects.exists()


def test_the_second_of_two_changes_nothing_and_is_told(flood: Page, desk: Client, ada: User, now: datetime):
    change_policy(on=flood, clauses=Clauses(mode="all"), moderator=ada, now=now)
    answer = desk.post(f"/moderation/threads/{flood.pk}/", {**EMPTY, "mode": "open"})
    assert answer.status_code == 409
    assert "Somebody has changed this meanwhile" in answer.text
    assert own(flood).mode == "all"


def test_only_the_latest_change_of_a_page_is_taken_back(flood: Page, desk: Client, mo: User, now: datetime):
    first = change_policy(on=flood, clauses=Clauses(mode="all"), moderator=mo, now=now)
    change_policy(on=flood, clauses=Clauses(mode="open"), moderator=mo, now=now)
    with pytest.raises(Overtaken):
        undo_change(change=first, moderator=mo, now=now)
    assert desk.post(f"/moderation/writing/changes/{first.pk}/undo/").status_code == 409
    assert own(flood).mode == "open"


def test_a_change_is_kept_for_good_also_when_its_page_goes(flood: Page, desk: Client, mo: User, now: datetime):
    change = change_policy(on=flood, clauses=Clauses(mode="all"), moderator=mo, now=now)
    for attempt in (PolicyChange.objects.all().delete, lambda: PolicyChange.objects.update(note="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    flood.delete()
    assert "The river &lt;rises&gt;" in desk.get("/moderation/writing/").text
    assert desk.post(f"/moderation/writing/changes/{change.pk}/undo/").status_code == 409


def test_the_page_of_the_newsroom_lists_what_differs_and_leads_there(
    flood: Page, front: Page, desk: Client, now: datetime
):
    set_policy(on=front, clauses=Clauses(mode="open"), now=now)
    set_policy(on=flood, clauses=Clauses(mode="all"), now=now)
    html = text_of(desk.get("/moderation/writing/"))
    assert f'href="/moderation/threads/{front.pk}/">Change what holds everywhere' in html
    assert "Who may write: as above → Every comment waits" in html
    assert 'href="/moderation/writing/" aria-current="page"' in html


def test_going_on_duty_and_off_is_one_press_from_every_page_of_the_desk(held: Comment, desk: Client, mo: User):
    assert "Nobody is on duty." in desk.get("/moderation/").text
    assert desk.post("/moderation/writing/duty/", {"hours": "8"}).status_code == 303
    duty = Duty.objects.get()
    assert duty.until - duty.since == timedelta(hours=8)
    assert "I am off duty" in desk.get("/moderation/people/").text
    assert desk.post("/moderation/writing/duty/", {"hours": "2"}).status_code == 303
    assert Duty.objects.at(timezone.now()).count() == 1
    assert desk.post("/moderation/writing/duty/", {"end": "1"}).status_code == 303
    assert not Duty.objects.at(timezone.now()).exists()
    assert desk.post("/moderation/writing/duty/", {"hours": "99"}).status_code == 400


def test_the_desk_says_that_it_is_night_until_when_and_where(flood: Page, front: Page, desk: Client, mo: User):
    assert "It is night" not in desk.get("/moderation/").text
    assert desk.post("/moderation/writing/night/", {"hours": "12"}).status_code == 303
    html = text_of(desk.get("/moderation/"))
    assert "It is night: first comments wait" in html
    assert f'<a href="/moderation/threads/{front.pk}/"><bdi>Paper</bdi></a>: until' in html


def test_somebody_who_is_back_ends_the_night_for_good(flood: Page, front: Page, mo: User, now: datetime):
    set_policy(on=front, clauses=Clauses(mode="open"), now=now)
    hold_until_back(page=front, until=now + timedelta(hours=12), moderator=mo, now=now)
    assert terms_of(flood, now).is_night
    go_on_duty(moderator=mo, until=now + timedelta(hours=1), now=now)
    assert not terms_of(flood, now).is_night
    assert not terms_of(flood, now + timedelta(hours=2)).is_night
    assert [change.note for change in PolicyChange.objects.newest_first()] == ["Back on duty.", ""]


def test_a_night_of_nobody_on_duty_is_told_as_that(front: Page, desk: Client, now: datetime):
    set_policy(on=front, clauses=Clauses(night="unwatched"), now=now)
    assert "until somebody is on duty" in desk.get("/moderation/").text


def test_only_moderators_change_anything(flood: Page, front: Page, mo: User, now: datetime, client: Client):
    change = change_policy(on=flood, clauses=Clauses(mode="all"), moderator=mo, now=now)
    ways = [
        (f"/moderation/threads/{flood.pk}/", {**EMPTY, "mode": "open"}),
        (f"/moderation/writing/changes/{change.pk}/undo/", {}),
        ("/moderation/writing/duty/", {"hours": "8"}),
        ("/moderation/writing/night/", {"hours": "8"}),
    ]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mo)
    reader = Client()
    reader.force_login(User.objects.create_user("ben", "ben@example.org", "daily-bread-7"))
    for address, form in ways:
        assert client.post(address, form).status_code == 302
        assert reader.post(address, form).status_code == 403
        assert strict.post(address, form).status_code == 403
    assert client.get("/moderation/writing/").status_code == 302
    assert own(flood).mode == "all"
    assert not Duty.objects.exists()


def test_the_editor_leads_from_a_page_to_who_may_write_below_it(flood: Page, ada: User, client: Client):
    client.force_login(ada)
    assert f"/moderation/threads/{flood.pk}/" in client.get(f"/newsroom/pages/{flood.pk}/").text


def test_how_strict_the_model_is_is_set_inherited_and_taken_back_like_all_else(flood: Page, front: Page, desk: Client):
    address = f"/moderation/threads/{front.pk}/"
    assert desk.post(address, {**EMPTY, "held_spam": "0.5", "held_abuse": "0"}).status_code == 303
    assert (own(front).held_spam, own(front).held_abuse) == (0.5, 0)
    html = text_of(desk.get(address))
    assert '<option value="0.5" selected>0.5</option>' in html
    assert "The model against spam: as above → may hold 0.5 of 1,000 clean comments" in html
    below = text_of(desk.get(f"/moderation/threads/{flood.pk}/"))
    assert f'off</bdi></td> <td> Page <a href="/moderation/threads/{front.pk}/">' in below
    change = PolicyChange.objects.get()
    assert desk.post(f"/moderation/writing/changes/{change.pk}/undo/").status_code == 303
    assert own(front) == Clauses()
    assert desk.post(address, {**EMPTY, "held_spam": "1000"}).status_code == 200
    assert own(front) == Clauses()
