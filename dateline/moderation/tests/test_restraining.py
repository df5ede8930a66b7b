"""People are warned, suspended, banned and silently held, for a time, and it is taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.delivery.lane import Posted
from dateline.discussion import lane
from dateline.discussion.actions import (
    Barred,
    NotRestrictable,
    Placed,
    own_data,
    post_comment,
    record_comment,
    set_mode,
    set_status,
    thread_of,
)
from dateline.discussion.actions.post import prepare, store
from dateline.discussion.device import COOKIE, cookie_of, fingerprint
from dateline.discussion.entry import Entry
from dateline.discussion.models import Comment, Mode, Restraint, Status
from dateline.discussion.reasons import state_of, why_held
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, decide, restrain, take_back
from dateline.moderation.models import Action, Measure
from dateline.people.models import User

from .conftest import person

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def known(held: Comment, flood: Page, now: datetime) -> Comment:
    """A comment of Cass's that stands, in a thread that holds nobody's first."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    return set_status(comment=held, status=Status.PUBLISHED)


def says(page: Page, now: datetime, text: str = "Good morning.", writer: Writer = CASS) -> Comment:
    return post_comment(page=page, writer=writer, text=text, now=now)


def test_who_is_suspended_is_told_until_when_and_why_and_writes_again_after(
    known: Comment, flood: Page, mo: User, now: datetime
):
    restrain(comment=known, kind=Restraint.SUSPENDED, days=1, words="Scams", moderator=mo, now=now)
    with pytest.raises(Barred, match=r"paused your writing here until 15 November 2025, .*The reason: Scams"):
        says(flood, now + timedelta(hours=23))
    assert says(flood, now + timedelta(hours=25)).is_published


def test_who_is_banned_does_not_write_until_that_is_lifted(known: Comment, flood: Page, mo: User, now: datetime):
    measure = restrain(comment=known, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    with pytest.raises(Barred, match="ended your writing"):
        says(flood, now + timedelta(days=4000))
    take_back(measure=measure, moderator=mo, now=now)
    assert says(flood, now).is_published
    with pytest.raises(Overtaken):
        take_back(measure=measure, moderator=mo, now=now)


def test_who_is_kept_out_is_shown_the_way_to_appeal(flood: Page, mo: User, client: Client):
    dee, now = person("Dee"), timezone.now()
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    hers = says(flood, now, writer=Writer(account=dee, name="Dee"))
    restrain(comment=hers, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    client.force_login(dee)
    answer = client.post(f"/threads/{flood.pk}/post/", {"text": "And now?"}, **OURS)
    assert answer.status_code == 403
    assert 'href="/comments/mine/">Your comments, and how to appeal' in answer.text


def test_a_warning_keeps_nobody_from_writing(known: Comment, flood: Page, mo: User, now: datetime):
    restrain(comment=known, kind=Restraint.WARNED, days=7, moderator=mo, now=now)
    assert says(flood, now).is_published


def test_what_the_shadowed_write_waits_and_reads_to_the_author_as_what_a_moderator_held_by_hand(
    known: Comment, flood: Page, mo: User, now: datetime
):
    by_hand = says(flood, now, "Good evening.")
    decide(comment=by_hand, action=Action.HOLD, moderator=mo, now=now)
    by_hand.refresh_from_db()
    restrain(comment=known, kind=Restraint.SHADOWED, days=7, moderator=mo, now=now)
    for number in range(2):
        comment = says(flood, now, f"Good morning {number}.")
        assert comment.is_held
        assert comment.verdicts.get().codes == ["hold-author"]
        assert (why_held(comment), state_of(comment)) == (why_held(by_hand), state_of(by_hand))
    assert "hold-author" not in str(own_data(writer=CASS))
    assert says(flood, now + timedelta(days=8)).is_published


def test_somebody_restricted_between_reading_and_storing_is_restricted(
    known: Comment, flood: Page, mo: User, now: datetime
):
    drafts = prepare([Entry(CASS, "Good morning.", flood.pk)], now=now)
    restrain(comment=known, kind=Restraint.SHADOWED, days=7, moderator=mo, now=now)
    with transaction.atomic():
        [placed] = store(drafts, now=now)
    assert isinstance(placed, Placed)
    assert not placed.is_published


def test_others_at_the_same_mail_are_not_restricted(known: Comment, flood: Page, mo: User, now: datetime):
    Comment.objects.update(mail="cass@example.org")
    restrain(comment=known, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    assert says(flood, now, writer=Writer(device="d" * 64, name="Dee", mail="cass@example.org")).is_published


def test_an_account_is_restricted_on_every_device(known: Comment, flood: Page, mo: User, now: datetime):
    ben = person("Ben")
    comment = says(flood, now, writer=Writer(account=ben, name="Ben"))
    restrain(comment=comment, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    with pytest.raises(Barred):
        says(flood, now, writer=Writer(account=ben, name="Ben", device="d" * 64))


def test_staff_and_authors_known_by_name_only_are_not_restricted(flood: Page, mo: User, ada: User, now: datetime):
    ours = says(flood, now, writer=Writer(account=ada, by_staff=True, name="Ada"))
    old = record_comment(
        thread=thread_of(page=flood, now=now), author_name="Peter", text="Once.", created_at=now, now=now
    )
    for comment in (ours, old):
        with pytest.raises(NotRestrictable):
            restrain(comment=comment, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    assert not Measure.objects.exists()


def test_the_database_refuses_to_change_a_measure(known: Comment, mo: User, now: datetime):
    restrain(comment=known, kind=Restraint.WARNED, days=1, moderator=mo, now=now, note="first time")
    with pytest.raises(DatabaseError), transaction.atomic():
        Measure.objects.update(note="never said")
    with pytest.raises(DatabaseError), transaction.atomic():
        Measure.objects.all().delete()


def test_from_the_card_to_the_sentence_with_the_text_kept_and_back(held: Comment, desk: Client, flood: Page):
    secret = "cass's own browser"
    Comment.objects.update(device=fingerprint(secret))
    wanted = {"kind": "suspended", "days": "3", "words": "Scams <b>here</b>"}
    answer = desk.post(f"/moderation/comments/{held.pk}/restrain/", wanted)
    assert answer.status_code == 303
    assert "is suspended" in desk.get(answer["Location"]).content.decode()
    assert "Scams &lt;b&gt;here" in desk.get("/moderation/people/").content.decode()

    cass = Client()
    cass.cookies[COOKIE] = cookie_of(secret, held.created_at).split(";")[0].split("=", 1)[1]
    form = {"text": "But I must say this.", "author_name": "Cass", "send": "1"}
    refused = cass.post(f"/threads/{flood.pk}/post/", form, **OURS)
    assert refused.status_code == 403
    assert "But I must say this." in refused.content.decode()
    assert "paused your writing" in refused.content.decode()
    assert "paused your writing" in cass.get("/comments/mine/").content.decode()
    assert Comment.objects.count() == 1

    measure = Measure.objects.get()
    assert desk.post(f"/moderation/measures/{measure.pk}/lift/").status_code == 303
    assert "Nobody is restricted" in desk.get("/moderation/people/").content.decode()
    assert cass.post(f"/threads/{flood.pk}/post/", form, **OURS).status_code == 303


def test_the_fast_lane_leaves_the_barred_to_the_view(known: Comment, flood: Page, mo: User, now: datetime):
    secret = "cass's own browser"
    Comment.objects.update(device=fingerprint(secret))
    known.refresh_from_db()
    meta = {
        "HTTP_HOST": "testserver",
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "REMOTE_ADDR": "10.1.1.1",
        "HTTP_COOKIE": cookie_of(secret, now).split(";")[0],
    }
    posted = Posted(f"/threads/{flood.pk}/post/", meta, b"text=Good+morning&author_name=Cass&mail=&website=&send=1")
    [draft] = lane.prepare([posted], timezone.now())
    assert draft
    restrain(comment=known, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    with transaction.atomic():
        assert lane.store([draft], now) == [None]


@pytest.mark.parametrize("change", [{"kind": "hanged"}, {"days": "-1"}, {"words": "x" * 301}])
def test_what_is_no_measure_is_refused(held: Comment, desk: Client, change: dict[str, str]):
    form = {"kind": "warned", "days": "1", **change}
    assert desk.post(f"/moderation/comments/{held.pk}/restrain/", form).status_code == 400
    assert not Measure.objects.exists()
