"""The API: what programs may do with which token, and that it is bound by what binds the forms."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, Site

from dateline.discussion.actions import record_comment, set_mode, set_status, thread_of
from dateline.discussion.limits import COMMENTS_BY_ONE
from dateline.discussion.models import Comment, Mode, Status
from dateline.moderation.actions import make_list, switch
from dateline.moderation.models import Decision
from dateline.people.models import ApiToken, Scope, User
from dateline.people.roles import MODERATOR
from dateline.people.tokens import hash_of, make_token

pytestmark = pytest.mark.django_db
JSON = "application/json"


@pytest.fixture
def flood(db):
    root = Page.objects.filter(depth=1).first()
    front = root.add_child(instance=Page(title="Paper", slug="the-paper"))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front.add_child(instance=Page(title="The river rises", slug="flood"))


@pytest.fixture
def say(flood, now):
    def put(text="The water is at the bridge.", **more):
        thread = thread_of(page=flood, now=now)
        return record_comment(thread=thread, author_name="Eve", text=text, created_at=now, now=now, **more)

    return put


@pytest.fixture
def ben(db):
    return User.objects.create_user("ben", "ben@example.org", display_name="Ben")


@pytest.fixture
def mia(db):
    mia = User.objects.create_user("mia", "mia@example.org", display_name="Mia")
    mia.groups.add(Group.objects.get(name=MODERATOR))
    return mia


def key_of(user, *scopes, lasts=timedelta(days=7)):
    return make_token(user=user, name="a program", scopes=scopes or list(Scope), lasts=lasts, now=timezone.now())


def bearing(key):
    return {"HTTP_AUTHORIZATION": f"Bearer {key}"}


def problem(answer, status):
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == status
    assert said["detail"]
    return said


def test_a_program_reads_a_thread_page_by_page(client, flood, say, ben):
    roots = [say(f"Root {number}") for number in range(60)]
    read, after, as_ben = [], "", bearing(key_of(ben, "read"))
    while after is not None:
        said = client.get(f"/api/v1/threads/{flood.pk}", {"after": after, "sort": "oldest"}, **as_ben).json()
        read += [comment["id"] for comment in said["comments"]]
        after = said["next"]
    assert read == [root.pk for root in roots]
    assert said["count"] == 60


def test_a_program_reads_a_comment_with_what_it_answers_and_what_answers_it(client, say, ben):
    root = say()
    reply = say("So it is.", parent=root)
    below = say("Still?", parent=reply)
    said = client.get(f"/api/v1/comments/{reply.pk}", **bearing(key_of(ben, "read"))).json()
    assert [comment["id"] for comment in (*said["above"], said["comment"], *said["below"])] == [
        root.pk,
        reply.pk,
        below.pk,
    ]
    assert said["comment"]["html"] == "<p>So it is.</p>\n"


def test_a_program_writes_votes_and_reports_in_its_owners_name(client, flood, say, ben, now):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    as_ben, theirs = bearing(key_of(ben, "post")), say()
    made = client.post(f"/api/v1/threads/{flood.pk}/comments", {"text": "I see it."}, JSON, **as_ben)
    assert made.status_code == 201
    assert made.json()["status"] == "published"
    reply = client.post(f"/api/v1/comments/{theirs.pk}/replies", {"text": "So do I."}, JSON, **as_ben).json()
    stored = Comment.objects.get(pk=reply["id"])
    assert (stored.author_name, stored.account, stored.parent_id) == ("Ben", ben, theirs.pk)
    voted = client.post(f"/api/v1/comments/{theirs.pk}/vote", {"value": 1}, JSON, **as_ben).json()
    assert voted == {"up": 1, "down": 0}
    path, words = f"/api/v1/comments/{theirs.pk}/flags", {"reason": "spam", "note": "again"}
    assert client.post(path, words, JSON, **as_ben).json() == {"new": True}
    assert client.post(path, words, JSON, **as_ben).json() == {"new": False}


def test_what_is_written_is_screened_like_everybodys_words(client, flood, ben):
    made = client.post(f"/api/v1/threads/{flood.pk}/comments", {"text": "First!"}, JSON, **bearing(key_of(ben))).json()
    assert made["status"] == "held"
    assert Comment.objects.get().verdicts.get().codes == ["first-comment"]


def test_the_limits_are_those_of_the_forms(client, flood, ben):
    as_ben, path = bearing(key_of(ben)), f"/api/v1/threads/{flood.pk}/comments"
    for number in range(COMMENTS_BY_ONE):
        assert client.post(path, {"text": f"Number {number}"}, JSON, **as_ben).status_code == 201
    answer = client.post(path, {"text": "One more"}, JSON, **as_ben)
    assert "in ten minutes" in problem(answer, 429)["detail"]
    assert int(answer.headers["Retry-After"]) == 600


@pytest.mark.parametrize("status", [Status.HELD, Status.REJECTED, Status.SPAM, Status.DELETED])
def test_what_is_not_published_is_never_told(client, flood, say, ben, status):
    secret = say("Eve's secret words", status=status)
    as_ben = bearing(key_of(ben))
    assert "secret words" not in client.get(f"/api/v1/threads/{flood.pk}", **as_ben).content.decode()
    problem(client.get(f"/api/v1/comments/{secret.pk}", **as_ben), 404)
    for way, words in (("replies", {"text": "x"}), ("vote", {"value": 1}), ("flags", {"reason": "spam"})):
        problem(client.post(f"/api/v1/comments/{secret.pk}/{way}", words, JSON, **as_ben), 404)


def test_of_a_hidden_comment_with_replies_only_the_place_is_told(client, flood, say, ben):
    root = say("Eve's secret words")
    say("Indeed.", parent=root)
    Comment.objects.filter(pk=root.pk).update(status=Status.REJECTED)
    said = client.get(f"/api/v1/threads/{flood.pk}", **bearing(key_of(ben))).json()["comments"]
    assert (said[0]["id"], said[0]["author"], said[0]["html"]) == (root.pk, None, None)
    answer = client.get(f"/api/v1/comments/{said[1]['id']}", **bearing(key_of(ben)))
    assert "secret words" not in answer.content.decode()


def test_a_draft_has_no_thread(client, flood, ben):
    flood.live = False
    flood.save()
    problem(client.get(f"/api/v1/threads/{flood.pk}", **bearing(key_of(ben))), 404)
    problem(client.post(f"/api/v1/threads/{flood.pk}/comments", {"text": "x"}, JSON, **bearing(key_of(ben))), 404)


def test_without_a_token_that_is_good_nothing_is_told(client, flood, ben, now):
    path = f"/api/v1/threads/{flood.pk}"
    old = make_token(user=ben, name="x", scopes=list(Scope), lasts=timedelta(days=1), now=now)
    revoked = key_of(ben)
    ApiToken.objects.filter(key_hash=hash_of(revoked)).update(revoked_at=now)
    for more in ({}, bearing("nonsense"), bearing(old), bearing(revoked), {"HTTP_AUTHORIZATION": "Basic eDp5"}):
        answer = client.get(path, **more)
        problem(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    client.force_login(ben)  # a session is no token: another site's form could bring one
    problem(client.get(path), 401)
    problem(client.post(f"{path}/comments", {"text": "x"}, JSON), 401)


def test_a_token_may_do_what_its_scopes_say_and_no_more(client, flood, say, mia):
    theirs = say()
    asked = {
        "read": lambda as_mia: client.get(f"/api/v1/threads/{flood.pk}", **as_mia),
        "post": lambda as_mia: client.post(f"/api/v1/comments/{theirs.pk}/vote", {"value": 1}, JSON, **as_mia),
        "moderate": lambda as_mia: client.get("/api/v1/moderation/queue", **as_mia),
    }
    for scope in asked:
        as_mia = bearing(key_of(mia, scope))
        for wanted, ask in asked.items():
            answer = ask(as_mia)
            assert answer.status_code == 200 if wanted == scope else problem(answer, 403)


def test_a_moderator_decides_about_many_and_undoes_them_at_once(client, say, mia):
    as_mia = bearing(key_of(mia, "moderate"))
    held = [say("Buy now at my shop.", status=Status.HELD) for _ in range(3)]
    base = "/api/v1/moderation"
    alike = client.get(f"{base}/comments/{held[0].pk}/copies", **as_mia).json()
    assert {each["id"] for each in alike} == {comment.pk for comment in held}
    set_status(comment=held[2], status=Status.PUBLISHED)
    wanted = {"action": "spam", "comments": [{"id": comment.pk, "expected": "held"} for comment in held]}
    made = client.post(f"{base}/batches", wanted, JSON, **as_mia)
    assert (made.status_code, made.json()["number"], made.json()["left"]) == (201, 2, [held[2].pk])
    problem(client.post(f"{base}/batches", wanted, JSON, **as_mia), 409)
    undone = client.post(f"{base}/batches/{made.json()['id']}/undo", {}, JSON, **as_mia)
    assert (undone.status_code, undone.json()["number"]) == (201, 2)
    problem(client.post(f"{base}/batches", {"action": "spam", "comments": []}, JSON, **as_mia), 422)
    problem(client.post(f"{base}/batches", {**wanted, "comments": wanted["comments"] * 70}, JSON, **as_mia), 422)


def test_a_moderator_reads_lists(client, mia, now):
    as_mia = bearing(key_of(mia, "moderate"))
    made = make_list(name="Scams", kind="words", text="casino", holds=True, moderator=mia, now=now)
    switch(wordlist=made, version=1, expected=0, moderator=mia, now=now)
    [told] = client.get("/api/v1/moderation/lists", **as_mia).json()
    assert (told["name"], told["in_force"], told["version"], told["found"]) == ("Scams", True, 1, 0)
    assert client.get(f"/api/v1/moderation/lists/{made.pk}", **as_mia).json()["text"] == "casino"
    problem(client.get("/api/v1/moderation/lists/99999", **as_mia), 404)
    problem(client.get("/api/v1/moderation/lists", **bearing(key_of(mia, "read"))), 403)


def test_a_moderator_looks_decides_and_undoes(client, say, mia):
    as_mia, held = bearing(key_of(mia, "moderate")), say("Is it open?", status=Status.HELD)
    queue = client.get("/api/v1/moderation/queue", **as_mia).json()
    assert (queue["waiting"], [card["id"] for card in queue["cards"]]) == (1, [held.pk])
    path, words = f"/api/v1/moderation/comments/{held.pk}/decisions", {"action": "approve", "expected": "held"}
    made = client.post(path, words, JSON, **as_mia)
    assert made.status_code == 201
    assert Comment.objects.get().is_published
    problem(client.post(path, words, JSON, **as_mia), 409)
    undone = client.post(f"/api/v1/moderation/decisions/{made.json()['id']}/undo", {}, JSON, **as_mia)
    assert undone.status_code == 201
    assert Comment.objects.get().is_held
    problem(client.post(f"/api/v1/moderation/decisions/{made.json()['id']}/undo", {}, JSON, **as_mia), 409)
    assert {decision.moderator for decision in Decision.objects.all()} == {mia}


def test_a_moderator_claims_tells_why_and_takes_a_link_out(client, say, mia):
    as_mia, held = bearing(key_of(mia, "moderate")), say("See https://a.example and more", status=Status.HELD)
    comment = f"/api/v1/moderation/comments/{held.pk}"
    assert "Advertising" in [each["label"] for each in client.get("/api/v1/moderation/reasons", **as_mia).json()]
    assert client.post(f"{comment}/claim", [None], JSON, **as_mia).status_code == 422
    claimed = client.post(f"{comment}/claim", {}, JSON, **as_mia)
    assert claimed.status_code == 201
    [card] = client.get("/api/v1/moderation/queue", **as_mia).json()["cards"]
    assert (card["claim"], card["links"]) == (claimed.json()["id"], ["https://a.example"])
    assert client.delete(f"{comment}/claim", **as_mia).status_code == 204
    seen = {"expected": "held", "action": "unlink"}
    problem(client.post(f"{comment}/decisions", {**seen, "links": [5]}, JSON, **as_mia), 409)
    made = client.post(f"{comment}/decisions", {**seen, "links": [0], "approve": True}, JSON, **as_mia)
    assert (made.status_code, made.json()["new_status"]) == (201, "published")
    assert Comment.objects.get().text == "See [link removed] and more"
    words = {"action": "reject", "expected": "published", "edited_at": Comment.objects.get().edited_at.isoformat()}
    words |= {"reason": "Advertising", "words": "Sorry."}
    assert client.post(f"{comment}/decisions", words, JSON, **as_mia).status_code == 201
    assert Decision.objects.newest_first()[0].told == "It advertises something. Sorry."


def test_an_author_is_told_where_their_comment_stands(client, say, mia):
    mine, _theirs = say("Is it open?", status=Status.HELD, account=mia), say()
    set_status(comment=mine, status=Status.REJECTED, words="Off the topic.")
    [told] = client.get("/api/v1/comments/mine", **bearing(key_of(mia, "post"))).json()
    assert (told["id"], told["status"], told["told"]) == (mine.pk, "rejected", "Off the topic.")
    problem(client.get("/api/v1/comments/mine", **bearing(key_of(mia, "read"))), 403)


def test_the_queue_is_told_twenty_at_a_time(client, say, mia):
    as_mia = bearing(key_of(mia, "moderate"))
    written = [say(f"Number {number}", status=Status.HELD).pk for number in range(21)]
    first = client.get("/api/v1/moderation/queue", **as_mia).json()
    rest = client.get("/api/v1/moderation/queue", {"after": first["next"]}, **as_mia).json()
    assert [card["id"] for page in (first, rest) for card in page["cards"]] == written
    assert (first["waiting"], rest["next"]) == (21, None)


def test_a_token_gives_no_right_that_its_owner_has_lost(client, say, mia):
    as_mia = bearing(key_of(mia, "moderate"))
    mia.groups.clear()
    problem(client.get("/api/v1/moderation/queue", **as_mia), 403)
    held = say(status=Status.HELD)
    words = {"action": "approve", "expected": "held"}
    problem(client.post(f"/api/v1/moderation/comments/{held.pk}/decisions", words, JSON, **as_mia), 403)
    assert Comment.objects.get().is_held


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "  "}, "text"),
        ({"text": "x" * 3001}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": 7}, "text"),
        ({"text": None}, "text"),
    ],
)
def test_what_is_not_as_described_is_refused_with_the_place(client, flood, ben, body, where):
    said = problem(client.post(f"/api/v1/threads/{flood.pk}/comments", body, JSON, **bearing(key_of(ben))), 422)
    assert where in said["errors"][0]["where"]
    assert not Comment.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"text": "\\ud800"}', b"[" * 5000, b'"x"', b"null"])
def test_a_body_that_is_none_is_a_problem_and_no_trouble(client, flood, ben, body):
    answer = client.post(f"/api/v1/threads/{flood.pk}/comments", body, JSON, **bearing(key_of(ben)))
    assert answer.status_code in {400, 422}
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("number", ["0", "-1", "9223372036854775808", "1e3", "x", "1%00"])
def test_a_number_that_no_row_has_is_refused(client, ben, number):
    answer = client.get(f"/api/v1/threads/{number}", **bearing(key_of(ben)))
    assert answer.status_code in {400, 404, 422}


def test_where_no_operation_is_programs_get_a_problem(client):
    problem(client.get("/api/v2/threads/1"), 404)


def test_the_description_is_there_for_programs_and_for_people(client):
    schema = client.get("/api/openapi.json").json()
    assert {"/api/v1/threads/{page_id}", "/api/v1/moderation/queue", "/api/v1/moderation/appeals"} <= set(
        schema["paths"]
    )
    page = client.get("/api/docs")
    assert page.status_code == 200
    text = page.content.decode()
    assert all(path in text for path in schema["paths"])
    assert "<script" not in text.split("<main")[1].split("</main")[0]
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]


def test_answers_to_a_token_are_kept_by_nobody(client, flood, ben):
    answer = client.get(f"/api/v1/threads/{flood.pk}", **bearing(key_of(ben)))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "sessionid" not in answer.cookies
