"""One reader's own view of a thread: what is new, and without whom they have muted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import forget_visits, mute, post_comment, set_mode, visit
from dateline.discussion.actions.mute import MUTES
from dateline.discussion.actions.visit import KEPT, SAME_VISIT
from dateline.discussion.device import COOKIE
from dateline.discussion.hint import HINT
from dateline.discussion.limits import TooMuch
from dateline.discussion.models import Mode, Mute, Thread, Visit
from dateline.discussion.writer import Writer
from dateline.discussion.yours import muted_in
from dateline.people.models import User

from .conftest import FROM_OUR_PAGE, Say

pytestmark = pytest.mark.django_db
DEE = Writer(device="d" * 64, name="Dee")


def test_nothing_is_new_at_the_first_visit_and_what_came_since_at_the_next(say: Say, thread: Thread, now: datetime):
    first = say("first")
    assert visit(thread=thread, writer=DEE, now=now).before == first.pk
    second = say("second")
    assert visit(thread=thread, writer=DEE, now=now + timedelta(days=1)).before == first.pk
    assert visit(thread=thread, writer=DEE, now=now + timedelta(days=2)).before == second.pk


def test_turning_pages_is_one_visit(say: Say, thread: Thread, now: datetime):
    first = say("first")
    visit(thread=thread, writer=DEE, now=now)
    say("second")
    later = now + timedelta(hours=2)
    for minutes in (0, 10, 20, 45):
        assert visit(thread=thread, writer=DEE, now=later + timedelta(minutes=minutes)).before == first.pk
    assert timedelta(minutes=25) < SAME_VISIT


def test_visits_of_long_ago_are_forgotten(say: Say, thread: Thread, now: datetime):
    say()
    visit(thread=thread, writer=DEE, now=now)
    assert forget_visits(now=now + KEPT - timedelta(seconds=1)) == 0
    assert forget_visits(now=now + KEPT) == 1


def test_an_author_is_muted_for_one_reader_whatever_they_are_known_by(
    flood: Page, thread: Thread, say: Say, cass: Writer, ben: User, now: datetime
):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    guest = [post_comment(page=flood, writer=cass, text=f"Guest {number} of us.", now=now) for number in range(2)]
    account, archived, alike = say("By an account.", account=ben), say(author_name="Zed"), say(author_name="Zed.")
    other = say("By somebody else.", author_name="Ann")
    pseudonym = post_comment(page=flood, writer=replace(cass, name="Eve"), text="As somebody else.", now=now)
    for comment in (guest[0], account, archived):
        mute(comment=comment, writer=DEE, now=now)
    assert muted_in(thread, DEE) == {*(each.pk for each in guest), account.pk, archived.pk, alike.pk}
    assert not {other.pk, pseudonym.pk} & muted_in(thread, DEE), "nor is told who else Cass is"
    assert muted_in(thread, cass) == frozenset()
    assert muted_in(thread, DEE, [account.pk, other.pk]) == {account.pk}


def test_nobody_mutes_themselves(flood: Page, cass: Writer, now: datetime):
    own = post_comment(page=flood, writer=cass, text="I say.", now=now)
    assert mute(comment=own, writer=cass, now=now) is None
    assert not Mute.objects.exists()


def test_a_reader_mutes_so_many_and_no_more(say: Say, now: datetime):
    Mute.objects.bulk_create(Mute(reader=DEE.key, author=f"name:{n}", name="x", at=now) for n in range(MUTES))
    with pytest.raises(TooMuch):
        mute(comment=say(), writer=DEE, now=now)


def test_a_guest_mutes_and_unmutes_without_a_script(flood: Page, say: Say, client: Client, post: Any):
    loud = say("LOUD WORDS", author_name="Cass")
    assert f'action="/comments/{loud.pk}/mute/"' in client.get(f"/comments/{loud.pk}/report/").text
    answer = post(f"/comments/{loud.pk}/mute/")
    assert (answer.status_code, answer["Location"]) == (303, "/comments/mine/muted/")
    assert {COOKIE, HINT} <= set(answer.cookies)
    assert client.get(f"/threads/{flood.pk}/muted.json").json() == {"muted": [loud.pk]}
    assert "From somebody you have muted</summary>" in client.get(f"/threads/{flood.pk}/yours/").text
    assert "Unmute <bdi>Cass</bdi>" in client.get("/comments/mine/muted/").text
    answer = post(f"/comments/mine/muted/{Mute.objects.get().pk}/lift/")
    assert answer.cookies[HINT].value == ""
    assert "From somebody you have muted</summary>" not in client.get(f"/threads/{flood.pk}/yours/").text


def test_nobody_lifts_somebody_elses_mute_or_mutes_from_another_site(say: Say, client: Client, now: datetime):
    comment = say()
    muted = mute(comment=comment, writer=DEE, now=now)
    assert client.post(f"/comments/mine/muted/{muted.pk}/lift/", **FROM_OUR_PAGE).status_code == 404
    assert client.post(f"/comments/{comment.pk}/mute/", HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert Mute.objects.count() == 1


def test_a_browser_is_remembered_only_when_it_asks(flood: Page, say: Say, client: Client, post: Any):
    say("old words")
    page = client.get(f"/threads/{flood.pk}/yours/")
    assert (page["Cache-Control"], page.cookies) == ("private, no-store", {})
    assert "Remember how far I have read" in page.text
    assert not Visit.objects.exists()
    assert post(f"/threads/{flood.pk}/yours/").cookies[COOKIE].value
    assert "Nothing on this page is new" in client.get(f"/threads/{flood.pk}/yours/").text
    say("new words")
    page = client.get(f"/threads/{flood.pk}/yours/?sort=oldest").text
    assert "1 comment on this page is new since your last visit." in page
    assert page.count('class="comment__new"') == 1


def test_own_pages_are_paged_as_own_pages(flood: Page, say: Say, client: Client):
    for number in range(30):
        say(f"root {number}")
    page = client.get(f"/threads/{flood.pk}/yours/").text
    assert f'href="/threads/{flood.pk}/yours/?sort=best#comments"' in page
    assert f'href="/threads/{flood.pk}/yours/?sort=newest&amp;after=' in page


def test_a_thread_where_nobody_wrote_has_an_own_view_too(flood: Page, client: Client, post: Any):
    assert client.get(f"/threads/{flood.pk}/yours/").status_code == 200
    assert post(f"/threads/{flood.pk}/yours/").status_code == 303
    assert client.get(f"/threads/{flood.pk}/muted.json").json() == {"muted": []}


def test_one_address_does_not_bring_ever_new_browsers(flood: Page, say: Say):
    comment = say()
    answers = [Client().post(f"/comments/{comment.pk}/mute/", **FROM_OUR_PAGE) for _ in range(31)]
    assert [answer.status_code for answer in answers] == [303] * 30 + [429]
    assert Client().post(f"/threads/{flood.pk}/yours/", **FROM_OUR_PAGE).status_code == 429


def test_a_browser_known_for_another_reason_is_not_noted_until_it_asks(
    flood: Page, say: Say, client: Client, post: Any
):
    comment = say()
    post(f"/comments/{comment.pk}/vote/", {"value": "1"})
    assert "Remember how far I have read" in client.get(f"/threads/{flood.pk}/yours/").text
    assert not Visit.objects.exists()
