"""While many strangers write at once their browsers work for it; whoever brings no proof waits for a moderator."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page

from dateline.delivery.lane import Posted
from dateline.delivery.proof import LASTS, new_challenge, redeem
from dateline.discussion import lane, rush
from dateline.discussion.actions import post_comment, set_mode, set_status
from dateline.discussion.device import FIELD, signed
from dateline.discussion.models import Comment, Mode, Status, latest_verdict
from dateline.discussion.rush import SPAM, is_rush
from dateline.discussion.writer import Writer
from dateline.people.models import User

from .conftest import FROM_OUR_PAGE

pytestmark = pytest.mark.django_db
WORDS = {"text": "The water is at the bridge.", "author_name": "Ben"}
Post = Any


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What one test has counted is nothing to another."""
    rush._Last.at = None
    yield
    rush._Last.at = None


@pytest.fixture
def busy(flood: Page, settings: Settings) -> str:
    """Where anybody may write, in a rush: three strangers have written just now."""
    settings.DISCUSSION_RUSH = 3
    now = timezone.now()
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    for number in range(3):
        stranger = Writer(device=f"{number:064}", origin=f"{number:032}", name="Cass")
        post_comment(page=flood, writer=stranger, text=f"Number {number}.", now=now)
    rush._Last.at = None
    return f"/threads/{flood.pk}/post/"


def solved(challenge: dict[str, Any]) -> str:
    """What a browser would send."""
    asked = Challenge.from_dict(challenge)
    solution = solve_challenge(asked)
    assert solution
    return Payload(asked, solution).to_base64()


def codes() -> list[str]:
    verdict = latest_verdict(Comment.objects.latest("pk"))
    assert verdict
    return [code for code in verdict.codes if code != "untimed"]


def test_an_answer_is_good_once():
    proof = solved(new_challenge("discussion", timezone.now()))
    assert redeem("discussion", proof)
    assert not redeem("discussion", proof)
    again = json.loads(base64.b64decode(proof))
    assert not redeem("discussion", base64.b64encode(json.dumps({**again, "more": 1}).encode()).decode())


def test_an_answer_to_an_old_question_is_none():
    assert not redeem("discussion", solved(new_challenge("discussion", timezone.now() - LASTS - timedelta(seconds=5))))


@pytest.mark.parametrize("proof", ["", "x", "é", "e30=", "bnVsbA==", "[" * 1999, "A" * 9999, "\x00"])
def test_nonsense_is_no_answer(proof: str):
    assert not redeem("discussion", proof)


def test_an_easier_question_of_ones_own_is_none(settings: Settings):
    challenge = new_challenge("discussion", timezone.now())
    challenge["parameters"]["keyPrefix"] = "0"
    assert not redeem("discussion", solved(challenge))
    settings.SECRET_KEY = "another"
    theirs = solved(new_challenge("discussion", timezone.now()))
    settings.SECRET_KEY = "ours"
    assert not redeem("discussion", theirs)


def test_a_wrong_number_is_none():
    proof = json.loads(base64.b64decode(solved(new_challenge("discussion", timezone.now()))))
    proof["solution"]["counter"] += 1
    assert not redeem("discussion", base64.b64encode(json.dumps(proof).encode()).decode())


def test_without_a_script_a_comment_is_taken_and_waits(busy: str, post: Post, client: Client):
    answer = post(busy, WORDS)
    comment = Comment.objects.latest("pk")
    assert (comment.status, codes()) == (Status.HELD, ["proof"])
    assert answer["Location"] == f"/comments/mine/{comment.pk}/"
    assert "Very many comments came at once" in client.get(answer["Location"]).text


def test_a_stranger_who_brings_a_proof_is_published_and_not_with_the_same_again(busy: str, post: Post):
    asked = post("/comments/check.json", {}).json()
    assert asked["words"].startswith("Many comments are arriving")
    proof = solved(asked["challenge"])
    post(busy, {**WORDS, "proof": proof})
    assert (Comment.objects.latest("pk").status, codes()) == (Status.PUBLISHED, [])
    other = Client()
    other.post(busy, {"text": "A second one.", "author_name": "Dee", "proof": proof}, **FROM_OUR_PAGE)
    assert (Comment.objects.latest("pk").status, codes()) == (Status.HELD, ["proof"])


def test_who_was_accepted_before_is_asked_nothing(busy: str, post: Post, settings: Settings):
    settings.DISCUSSION_RUSH = 0
    post(busy, WORDS)
    settings.DISCUSSION_RUSH = 3
    assert post("/comments/check.json", {}).json() == {}
    post(busy, {**WORDS, "text": "It falls again."})
    assert (Comment.objects.latest("pk").status, codes()) == (Status.PUBLISHED, [])


def test_who_is_signed_in_is_asked_nothing(busy: str, post: Post, client: Client, ben: User):
    client.force_login(ben)
    assert post("/comments/check.json", {}).json() == {}
    post(busy, WORDS)
    assert codes() == []


def test_in_a_frame_the_browser_is_known_by_what_it_sends(busy: str, post: Post, client: Client):
    post(busy, WORDS)
    set_status(comment=Comment.objects.latest("pk"), status=Status.PUBLISHED)
    kept = client.cookies["dateline_device"].value
    client.cookies.clear()
    assert post("/embed/check.json", {FIELD: kept}).json() == {}
    assert "challenge" in post("/embed/check.json", {FIELD: signed("somebody else")}).json()
    assert "challenge" in post("/comments/check.json", {FIELD: kept}).json()


def test_on_a_quiet_day_nobody_is_asked(flood: Page, post: Post, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    assert post("/comments/check.json", {}).json() == {}
    post(f"/threads/{flood.pk}/post/", WORDS)
    assert Comment.objects.get().is_published


def test_another_site_asks_for_nothing(busy: str, client: Client):
    assert client.post("/comments/check.json").status_code == 403


def test_the_fast_lane_holds_what_brings_none_and_leaves_proofs_to_the_view(busy: str):
    meta = {"HTTP_HOST": "testserver", "REMOTE_ADDR": "192.0.2.7", "SERVER_PORT": "80", **FROM_OUR_PAGE}
    meta["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
    bodies = [urlencode({**WORDS, **more}).encode() for more in ({}, {"proof": "x"})]
    plain, proven = lane.prepare([Posted(busy, meta, body) for body in bodies], timezone.now())
    assert plain
    assert plain.screened.verdict.outcome == "hold"
    assert proven is None


def test_a_rush_is_over_a_minute_later(busy: str):
    now = timezone.now()
    assert is_rush(now)
    assert not is_rush(now + timedelta(minutes=2))


def test_much_spam_is_a_rush_too(flood: Page, now: datetime):
    for number in range(SPAM):
        writer = Writer(device=f"{number:064}", origin=f"{number:032}", name="Cass")
        at = now - timedelta(minutes=5)
        assert not is_rush(now + timedelta(seconds=6 * number))
        post_comment(page=flood, writer=writer, text=f"Number {number}.", trap=True, now=at)
    assert is_rush(now + timedelta(minutes=4))
    assert not is_rush(now + timedelta(minutes=6))


def test_a_preview_and_a_mistake_keep_the_proof(busy: str, post: Post):
    for more in ({"preview": "1"}, {"author_name": ""}):
        assert 'name="proof" value="abc"' in post(busy, {**WORDS, "proof": "abc", **more}).text


def test_asking_is_quick(quickest):
    assert quickest(lambda: new_challenge("discussion", timezone.now())) < 0.005
