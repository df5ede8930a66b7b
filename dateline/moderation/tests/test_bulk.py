"""Many comments at once: found by their words or their author, decided in one go, taken back in one go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import edit, flag, post_comment, set_status, withdraw
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, decide, decide_all, undo, undo_all
from dateline.moderation.actions.batch import MOST, Seen
from dateline.moderation.clusters import copies_of
from dateline.moderation.models import About, Action, Batch, Decision
from dateline.people.models import User

pytestmark = pytest.mark.django_db

SCAM = "Dear all, my cousin {} makes ${} a week from home with this and so can you, see http://jobs{}.example now"


@pytest.fixture
def scams(flood: Page, now: datetime) -> list[Comment]:
    """The same scam by five guests, each with another name, sum and address, and a comment by somebody else."""
    guests = [Writer(device=f"{number:064}", name=f"Guest {number}") for number in range(6)]
    texts = [SCAM.format(name, 900 + number, number) for number, name in enumerate(["Ann", "Bob", "Cy", "Di", "Ed"])]
    said = [*texts, "The bridge is closed since noon, and nobody told us where the buses go now."]
    return [
        post_comment(page=flood, writer=guest, text=text, now=now) for guest, text in zip(guests, said, strict=True)
    ]


@pytest.fixture
def spam_all(scams: list[Comment], mo: User, now: datetime) -> Callable[[], Batch]:
    """Decide that the five are spam."""
    seen = [Seen(comment.pk, "held") for comment in scams[:5]]
    return lambda: decide_all(seen=seen, action=Action.SPAM, about=About.COPIES, moderator=mo, now=now, note="jobs")


def standings(comments: list[Comment]) -> list[str]:
    rows = dict(Comment.objects.with_ids([comment.pk for comment in comments]).values_list("pk", "status"))
    return [rows[comment.pk] for comment in comments]


def test_a_card_says_how_many_more_say_the_same_and_leads_to_them(scams: list[Comment], desk: Client):
    queue = desk.get("/moderation/").text
    assert queue.count("4 more like this") == 5
    page = desk.get(f"/moderation/clusters/{scams[2].pk}/").text
    assert "These 5 say nearly the same" in page
    assert page.count(" checked") == 5
    assert "The bridge is closed" not in page


def test_one_click_decides_about_all_that_are_ticked_and_one_takes_it_back(scams: list[Comment], desk: Client):
    ticked = [member.seen for member in copies_of(scams[0])][:4]
    answer = desk.post(f"/moderation/clusters/{scams[0].pk}/", {"seen": ticked, "action": "spam", "note": "jobs"})
    batch = Batch.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/moderation/batches/{batch.pk}/")
    assert sorted(standings(scams)) == ["held", "held", "spam", "spam", "spam", "spam"]
    assert [each.note for each in Decision.objects.of_batch(batch.pk)] == ["jobs"] * 4
    page = desk.get(answer["Location"]).text
    assert "4 comments were marked as spam." in page
    back = desk.post(f"/moderation/batches/{batch.pk}/undo/")
    assert "4 decisions were taken back." in desk.get(back["Location"]).text
    assert set(standings(scams)) == {"held"}


def test_an_undo_of_a_batch_is_a_batch_and_can_be_undone(spam_all: Any, scams: list[Comment], mo: User, now: datetime):
    back = undo_all(batch=spam_all(), moderator=mo, now=now)
    undo_all(batch=back, moderator=mo, now=now)
    assert standings(scams) == ["spam"] * 5 + ["held"]
    assert Batch.objects.count() == 3


def test_nothing_is_taken_back_twice(spam_all: Any, scams: list[Comment], mo: User, now: datetime):
    batch = spam_all()
    undo_all(batch=batch, moderator=mo, now=now)
    with pytest.raises(Overtaken, match="already"):
        undo_all(batch=batch, moderator=mo, now=now)


def test_what_somebody_changed_meanwhile_is_left_alone_and_named(
    scams: list[Comment], mo: User, ada: User, now: datetime, desk: Client
):
    seen = [member.seen for member in copies_of(scams[0])]
    decide(comment=scams[1], action=Action.APPROVE, moderator=ada, now=now)
    withdraw(comment=scams[2], writer=Writer(device=f"{2:064}"), now=now)
    edit(comment=scams[3], writer=Writer(device=f"{3:064}"), text="I am sorry.", now=now)
    answer = desk.post(f"/moderation/clusters/{scams[0].pk}/", {"seen": seen, "action": "spam"})
    assert standings(scams) == ["spam", "published", "deleted", "held", "spam", "held"]
    assert sorted(Batch.objects.get().left) == [scams[1].pk, scams[2].pk, scams[3].pk]
    page = desk.get(answer["Location"]).text
    assert "3 comments were left alone" in page
    assert "Guest 3" in page


def test_an_undo_leaves_alone_what_was_decided_again(
    spam_all: Any, scams: list[Comment], mo: User, ada: User, now: datetime
):
    batch = spam_all()
    undo(decision=Decision.objects.get(comment=scams[0]), moderator=ada, now=now)
    decide(comment=scams[1], action=Action.REJECT, moderator=ada, now=now)
    back = undo_all(batch=batch, moderator=mo, now=now)
    assert sorted(back.left) == [scams[0].pk, scams[1].pk]
    assert standings(scams) == ["held", "rejected", "held", "held", "held", "held"]
    assert back.number == 3


def test_where_everything_was_decided_meanwhile_nothing_is_done(
    spam_all: Any, scams: list[Comment], ada: User, now: datetime, desk: Client
):
    seen = [member.seen for member in copies_of(scams[0])]
    spam_all()
    answer = desk.post(f"/moderation/clusters/{scams[0].pk}/", {"seen": seen, "action": "approve"})
    assert answer.status_code == 409
    assert "all of these meanwhile" in answer.text
    assert standings(scams)[:5] == ["spam"] * 5


def test_counters_are_right_after_a_batch_and_after_its_undo(scams: list[Comment], mo: User, now: datetime):
    seen = [Seen(comment.pk, "held") for comment in scams]
    batch = decide_all(seen=seen, action=Action.APPROVE, about=About.COPIES, moderator=mo, now=now)
    assert Thread.objects.get().comment_count == 6
    undo_all(batch=batch, moderator=mo, now=now)
    assert Thread.objects.get().comment_count == 0


def test_reports_are_settled_by_a_batch_and_count_again_after_its_undo(scams: list[Comment], mo: User, now: datetime):
    set_status(comment=scams[0], status=Status.PUBLISHED)
    flag(comment=scams[0], writer=Writer(device="d" * 64), reason="spam", now=now)
    seen = [Seen(scams[0].pk, "published"), Seen(scams[1].pk, "held")]
    batch = decide_all(seen=seen, action=Action.APPROVE, about=About.COPIES, moderator=mo, now=now)
    assert not Comment.objects.filter(open_flags__gt=0).exists()
    undo_all(batch=batch, moderator=mo, now=now)
    assert Comment.objects.get(open_flags=1) == scams[0]


def test_everything_of_one_author_that_waits_is_decided_at_once(flood: Page, desk: Client, now: datetime):
    cass = Writer(device="c" * 64, name="Cass")
    said = [post_comment(page=flood, writer=cass, text=f"Look here {number}.", now=now) for number in range(3)]
    assert desk.get("/moderation/").text.count("All 3 of this author that wait") == 3
    page = desk.get(f"/moderation/clusters/{said[0].pk}/?by=author").text
    assert page.count(" checked") == 3
    seen = [f"{comment.pk} held" for comment in said]
    desk.post(f"/moderation/clusters/{said[0].pk}/?by=author", {"seen": seen, "action": "reject"})
    assert standings(said) == ["rejected"] * 3
    assert Batch.objects.get().about == About.AUTHOR


def test_the_history_tells_a_batch_in_one_line_with_its_undo(spam_all: Any, desk: Client):
    batch = spam_all()
    page = desk.get("/moderation/history/").text
    assert page.count('<li class="decision') == 1
    assert "5 comments were marked as spam." in page
    assert f'action="/moderation/batches/{batch.pk}/undo/"' in page


def test_nothing_ticked_changes_nothing(scams: list[Comment], desk: Client):
    answer = desk.post(f"/moderation/clusters/{scams[0].pk}/", {"action": "spam"})
    assert answer.status_code == 409
    assert "Nothing was ticked" in answer.text
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"action": "restore"},
        {"action": "release"},
        {"action": ""},
        {"seen": "x held"},
        {"seen": "1"},
        {"seen": "²  held"},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(scams: list[Comment], desk: Client, change: dict[str, str]):
    form = {"seen": f"{scams[0].pk} held", "action": "spam", **change}
    assert desk.post(f"/moderation/clusters/{scams[0].pk}/", form).status_code == 400
    assert not Batch.objects.exists()


def test_only_moderators_get_in(spam_all: Any, scams: list[Comment], client: Client):
    batch = spam_all()
    for address in (f"/moderation/clusters/{scams[0].pk}/", f"/moderation/batches/{batch.pk}/"):
        assert client.get(address).status_code == 302
        assert client.post(address).status_code in {302, 405}
    assert client.post(f"/moderation/batches/{batch.pk}/undo/").status_code == 302
    assert Batch.objects.count() == 1


def test_the_database_refuses_to_change_or_delete_a_batch(spam_all: Any):
    batch = spam_all()
    with pytest.raises(DatabaseError), transaction.atomic():
        Batch.objects.filter(pk=batch.pk).update(note="never said")
    with pytest.raises(DatabaseError), transaction.atomic():
        Batch.objects.filter(pk=batch.pk).delete()


def test_two_hundred_are_decided_in_as_many_queries_as_ten(
    flood: Page, mo: User, now: datetime, django_assert_max_num_queries: Any
):
    guests = [Writer(device=f"{number:064}", name="G") for number in range(MOST)]
    said = [post_comment(page=flood, writer=guest, text="Buy now.", now=now) for guest in guests]
    with django_assert_max_num_queries(21):
        batch = decide_all(
            seen=[Seen(comment.pk, "held") for comment in said],
            action=Action.APPROVE,
            about=About.COPIES,
            moderator=mo,
            now=now,
        )
    with django_assert_max_num_queries(30):
        undo_all(batch=batch, moderator=mo, now=now)
    assert set(standings(said)) == {"held"}
