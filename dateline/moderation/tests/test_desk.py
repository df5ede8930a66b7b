"""The desk as pages: who gets in, what a card says, every button without a script."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import edit, flag, post_comment, record_comment, set_status, thread_of, withdraw
from dateline.discussion.authors import LATEST
from dateline.discussion.models import Comment, Status
from dateline.discussion.writer import Writer
from dateline.moderation.actions import decide, undo
from dateline.moderation.highlight import pieces_of
from dateline.moderation.models import Action, Decision
from dateline.people.models import User

from .conftest import person

pytestmark = pytest.mark.django_db


def pages(comment: Comment) -> list[str]:
    """Every page of the desk."""
    one = f"/moderation/comments/{comment.pk}/"
    return ["/moderation/", "/moderation/history/", one, f"/moderation/threads/{comment.thread.page_id}/"]


def test_strangers_are_sent_to_sign_in_and_readers_away(held: Comment, client: Client):
    for address in pages(held):
        assert client.get(address).status_code == 302
    for role in ("", "Reporter", "Treasurer"):
        client.force_login(person(f"No{role}", role))
        for address in pages(held):
            assert client.get(address).status_code == 403, (role, address)
        assert client.post(f"/moderation/comments/{held.pk}/decide/", {"action": "approve"}).status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("role", ["Moderator", "Editor"])
def test_moderators_and_editors_get_in_and_no_cache_keeps_it(held: Comment, client: Client, role: str):
    client.force_login(person("Someone", role))
    for address in pages(held):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"


def test_an_empty_desk_says_so(desk: Client):
    html = desk.get("/moderation/").content.decode()
    assert "Nothing waits." in html


def test_a_card_shows_the_words_the_reasons_and_the_doubted_places(held: Comment, desk: Client):
    html = desk.get("/moderation/").content.decode()
    assert "<mark>Google is paying</mark>" in html
    assert "<mark>97$ per hour</mark>" in html
    assert "pay by the hour" in html
    assert "first comment" in html
    assert "0 accepted, 0 refused" in html
    assert "&lt;b&gt;today&lt;/b&gt;" in html
    assert "The river &lt;rises&gt;" in html


def test_a_card_shows_what_is_answered_and_who_reported(held: Comment, desk: Client, now: datetime, flood: Page):
    set_status(comment=held, status=Status.PUBLISHED)
    held.refresh_from_db()
    answer = post_comment(parent=held, writer=Writer(device="b" * 64, name="Ben"), text="Is it true?", now=now)
    set_status(comment=answer, status=Status.PUBLISHED)
    flag(comment=answer, writer=Writer(device="d" * 64), reason="other", note="<i>look</i>", now=now)
    html = desk.get("/moderation/").content.decode()
    assert "card__parent" in html
    assert "&lt;i&gt;look&lt;/i&gt;" in html
    assert "Published, reported by readers" in html


def test_an_archives_author_is_said_to_be_known_by_name_only(desk: Client, now: datetime, flood: Page):
    thread = thread_of(page=flood, now=now)
    record_comment(
        thread=thread, author_name="Peter", text="They lie.", created_at=now, now=now, parent=None, status=Status.HELD
    )
    assert "the author is known by name only" in desk.get("/moderation/").content.decode()


def test_a_click_decides_and_the_way_back_is_on_the_next_page(held: Comment, desk: Client):
    answer = desk.post(f"/moderation/comments/{held.pk}/decide/", {"action": "approve", "expected": "held"})
    assert answer.status_code == 303
    held.refresh_from_db()
    assert held.is_published
    html = desk.get(answer["Location"]).content.decode()
    decision = Decision.objects.get()
    assert f'action="/moderation/decisions/{decision.pk}/undo/"' in html
    assert desk.post(f"/moderation/decisions/{decision.pk}/undo/").status_code == 303
    held.refresh_from_db()
    assert held.is_held


def test_what_was_done_is_said_as_it_is(held: Comment, desk: Client, mo: User, now: datetime):
    for decision, said in (
        (decide(comment=held, action=Action.APPROVE, moderator=mo, now=now), "was approved"),
        (decide(comment=held, action=Action.APPROVE, moderator=mo, now=now), "was left as it stands"),
    ):
        assert said in desk.get(f"/moderation/?done={decision.pk}").text
        held.refresh_from_db()
    taken_back = undo(decision=decision, moderator=mo, now=now)
    page = desk.get(f"/moderation/?done={taken_back.pk}").text
    assert "What was decided about the comment by <bdi>Cass</bdi> was taken back." in page
    assert "took a decision back" in desk.get("/moderation/history/").text


def test_the_second_of_two_gets_a_sentence_and_changes_nothing(held: Comment, desk: Client, ada: User, now: datetime):
    decide(comment=held, action=Action.REJECT, moderator=ada, now=now)
    answer = desk.post(f"/moderation/comments/{held.pk}/decide/", {"action": "approve", "expected": "held"})
    assert answer.status_code == 409
    assert "Ada has rejected this comment meanwhile" in answer.content.decode()


def test_forms_of_the_desk_carry_a_token(held: Comment, mo: User):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mo)
    form = {"action": "approve", "expected": "held"}
    assert strict.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("change", [{"action": "restore"}, {"action": "delete"}, {"expected": "gone"}, {"action": ""}])
def test_what_is_no_verb_is_refused(held: Comment, desk: Client, change: dict[str, str]):
    form = {"action": "approve", "expected": "held", **change}
    assert desk.post(f"/moderation/comments/{held.pk}/decide/", form).status_code == 400
    assert desk.get(f"/moderation/comments/{held.pk}/decide/").status_code == 405


def test_the_history_lists_every_decision_with_its_undo(held: Comment, desk: Client, mo: User, now: datetime):
    decide(comment=held, action=Action.SPAM, moderator=mo, now=now, note="the usual")
    html = desk.get("/moderation/history/").content.decode()
    assert "marked as spam" in html
    assert "the usual" in html
    assert "/undo/" in html


def test_twenty_cards_take_as_many_queries_as_one(
    flood: Page, desk: Client, now: datetime, django_assert_max_num_queries: Any
):
    for number in range(20):
        guest = Writer(device=f"{number:064}", name=f"Guest {number}")
        post_comment(page=flood, writer=guest, text=f"Good morning {number}", now=now)
    desk.get("/moderation/")
    with django_assert_max_num_queries(20) as counted:
        html = desk.get("/moderation/").content.decode()
    assert html.count("data-card") == 20
    comments = [query for query in counted.captured_queries if "discussion_" in query["sql"]]
    assert len(comments) <= 10


def test_the_queue_goes_on_where_the_page_ends(flood: Page, desk: Client, now: datetime):
    for number in range(45):
        guest = Writer(device=f"{number:064}", name=f"Guest {number}")
        post_comment(page=flood, writer=guest, text=f"Good morning {number}", now=now + timedelta(seconds=number))
    seen: list[str] = []
    address = "/moderation/"
    while address:
        html = desk.get(address).content.decode()
        seen += re.findall(r'id="card-(\d+)"', html)
        further = re.search(r'href="(\?after=[^"]+)" rel="next"', html)
        address = f"/moderation/{further[1]}" if further else ""
    assert seen == [str(pk) for pk in Comment.objects.order_by("pk").values_list("pk", flat=True)]


@pytest.mark.parametrize("after", ["", "x", "1-", "-5-3'", "9" * 40 + "-1", "-1-" + "9" * 30, "١-٢"])
def test_a_place_in_the_queue_that_is_none_is_its_beginning(held: Comment, desk: Client, after: str):
    assert f'id="card-{held.pk}"' in desk.get("/moderation/", {"after": after}).content.decode()


def test_of_an_author_who_wrote_much_the_latest_hundred_are_counted(held: Comment, desk: Client, now: datetime):
    for status, number in (("published", 90), ("spam", 30)):
        Comment.objects.bulk_create(
            [
                Comment(thread=held.thread, device=held.device, status=status, created_at=now - timedelta(days=1))
                for _ in range(number)
            ]
        )
    accepted, refused = re.search(r"(\d+) accepted, (\d+) refused", desk.get("/moderation/").content.decode()).groups()
    assert int(accepted) + int(refused) == LATEST - 1


def test_the_editor_s_menu_and_dashboard_say_how_many_wait(held: Comment, desk: Client):
    html = desk.get("/newsroom/").content.decode()
    assert "Moderation (1)" in html
    assert "comment waits" in html


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=6))
def test_marking_never_changes_the_words(text: str, spans: list[tuple[int, int]]):
    pieces = pieces_of(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize("typed", ["9" * 5000, "9" * 19, "-1", "\u0665", "x", "\x00"])
def test_an_address_that_was_cut_or_made_up_shows_the_desk_all_the_same(desk: Client, typed: str):
    assert desk.get("/moderation/", {"done": typed}).status_code == 200
    assert desk.get("/moderation/history/", {"before": typed}).status_code == 200


def test_the_way_back_to_the_editor_is_on_the_desk(held: Comment, client: Client):
    client.force_login(person("Mo", "Moderator"))
    assert 'href="/newsroom/"' in client.get("/moderation/").content.decode()


def test_what_a_comment_said_before_it_was_edited_is_read_at_the_desk(held: Comment, desk: Client, now: datetime):
    edit(comment=held, writer=Writer(device="c" * 64), text="Never mind.", now=now)
    assert f'href="/moderation/comments/{held.pk}/#before"' in desk.get("/moderation/").text
    page = desk.get(f"/moderation/comments/{held.pk}/").text
    assert "Never mind." in page
    assert "Google is paying 97$ per hour &lt;b&gt;today&lt;/b&gt;</q>" in page


def test_about_what_its_author_has_deleted_there_is_nothing_to_decide(held: Comment, desk: Client, now: datetime):
    withdraw(comment=held, writer=Writer(device="c" * 64), now=now)
    page = desk.get(f"/moderation/comments/{held.pk}/").text
    assert [verb for verb in ("approve", "reject", "spam", "hold", "note") if f'value="{verb}"' in page] == ["note"]
