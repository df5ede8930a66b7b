"""The newsroom's own programs are told: signed, tried again, logged, and never inside the newsroom's network."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.test import Client

from dateline.discussion.actions import (
    erase_own_data,
    flag,
    leave_own_words,
    record_comment,
    set_status,
    withdraw,
)
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.writer import Writer
from dateline.moderation.actions import answer, appeal, decide
from dateline.moderation.models import Action, Outcome
from dateline.notices.actions import Emptied, forget, redeliver, try_hook
from dateline.notices.actions.forgetting import CALLS
from dateline.notices.caller import AT_ONCE, CLAIMED, SECONDS, Caller, ask, claim, note, sign
from dateline.notices.models import Call, Event, Hook
from dateline.notices.models.call import LOGGED, PAUSES
from dateline.notices.private_addresses import NotOutside, is_outside, outside_addresses
from dateline.notices.ticking import tick
from dateline.people.models import User

from .conftest import Say, account, read

pytestmark = pytest.mark.django_db


class Listener(ThreadingHTTPServer):
    """A program that listens, and answers what it is told to."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.heard: list[tuple[dict[str, str], str]] = []
        self.status = 204
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.location = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?for=us"


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.heard.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.server.may_answer.wait(30)
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def make_calls(*, now: datetime) -> int:
    """Make what is due, wait for all answers; return how many calls that were."""
    calls, made = Caller(), 0
    while begun := calls.look(now=now):
        made += begun
        for _ in range(begun):
            calls.take(*calls.answers.get(timeout=30), now)
    return made


@pytest.fixture
def hook(db: None, listener: Listener, settings: Any) -> Hook:
    settings.WEBHOOKS_INSIDE = True
    events = [event.value for event in Event if event is not Event.TEST]
    return Hook.objects.create(name="Chat", url=listener.url, events=events)


def test_a_call_is_signed_as_the_standard_says(hook: Hook, listener: Listener, say: Say, ben: Writer, now: datetime):
    comment = say(ben, "Wasser: „ü“ 🌊")
    read(now)
    assert make_calls(now=now) == 1
    [(headers, body)] = listener.heard
    assert headers["webhook-timestamp"] == str(int(now.timestamp()))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    key = base64.b64decode(hook.secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    said = json.loads(body)
    assert said["type"] == "comment.published"
    assert said["data"]["comment"]["id"] == comment.pk
    assert said["data"]["comment"]["text"] == "Wasser: „ü“ 🌊"
    assert "ben@example.org" not in body
    assert make_calls(now=now + timedelta(days=2)) == 0


def test_a_known_example_has_its_known_signature() -> None:
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", '{"test": 2432232314}'
    assert sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body) == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


def test_each_event_is_told(
    hook: Hook, listener: Listener, say: Say, dee: Writer, cass: Writer, ada: User, now: datetime
) -> None:
    comment = say(dee)
    flag(comment=comment, writer=cass, reason="abuse", now=now)
    set_status(comment=comment, status=Status.HELD)
    read(now)
    decide(comment=Comment.objects.get(pk=comment.pk), action=Action.APPROVE, moderator=ada, now=now)
    read(now)
    decision = decide(comment=Comment.objects.get(pk=comment.pk), action=Action.REJECT, moderator=ada, now=now)
    made = appeal(against=decision, words="It was irony.", now=now)
    answer(appeal=made, outcome=Outcome.UPHELD, words="No.", moderator=account("Mo"), now=now)
    read(now)
    make_calls(now=now)
    types = [json.loads(body)["type"] for _headers, body in listener.heard]
    assert sorted(types) == [
        "appeal.answered",
        "appeal.made",
        "comment.decided",
        "comment.decided",
        "comment.held",
        "comment.published",
        "comment.reported",
    ]


def test_only_what_was_chosen_is_told_and_nothing_of_an_archive(
    hook: Hook, say: Say, dee: Writer, thread: Thread, now: datetime
) -> None:
    Hook.objects.update(events=[Event.HELD])
    say(dee)
    record_comment(thread=thread, author_name="Old", text="Old.", created_at=now, now=now, status=Status.HELD)
    read(now)
    assert not Call.objects.exists()


def test_it_is_tried_again_for_a_day_and_then_given_up(
    hook: Hook, listener: Listener, say: Say, dee: Writer, now: datetime
) -> None:
    listener.status = 500
    say(dee)
    read(now)
    at = now
    for pause in PAUSES:
        assert make_calls(now=at) == 1
        assert make_calls(now=at + pause - timedelta(seconds=1)) == 0
        at += pause
    assert make_calls(now=at) == 1
    assert timedelta(days=1) < sum(PAUSES, timedelta()) < timedelta(days=2)
    call = Call.objects.get()
    assert call.is_given_up
    assert (call.status, call.error, call.attempts) == (500, "500", len(PAUSES) + 1)
    assert len({headers["webhook-id"] for headers, _body in listener.heard}) == 1
    listener.status = 200
    redeliver(call=call, now=at)
    make_calls(now=at)
    assert Call.objects.get().taken_at == at


def test_a_redirect_is_not_followed(hook: Hook, listener: Listener, now: datetime) -> None:
    listener.status, listener.location = 307, listener.url
    try_hook(hook=hook, now=now)
    make_calls(now=now)
    assert len(listener.heard) == 1
    assert Call.objects.get().status == 307
    assert Call.objects.get().taken_at is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "64:ff9b:1:ffff:ffff::5db8:d70e",
        "fec0::1",
        "feff:ffff::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2001:0:5db8:d70e::f5ff:fffe",
        "fe80::1%eth0",
    ],
)
def test_a_private_address_is_none_of_the_outside(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_public_address_is(address: str) -> None:
    assert is_outside(address)


def test_no_call_leads_into_the_newsrooms_network(hook: Hook, listener: Listener, settings: Any, now: datetime) -> None:
    settings.WEBHOOKS_INSIDE = False
    try_hook(hook=hook, now=now)
    make_calls(now=now)
    assert listener.heard == []
    assert "private network" in Call.objects.get().error


def test_a_name_with_one_inner_address_is_refused_whatever_else_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", ("93.184.215.14", 443)), (0, 0, 0, "", ("10.0.0.7", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
    with pytest.raises(NotOutside):
        outside_addresses("rebind.example", 443)


def test_what_cannot_be_reached_is_logged_and_tried_again(hook: Hook, now: datetime) -> None:
    Hook.objects.update(url="http://127.0.0.1:9/")
    try_hook(hook=hook, now=now)
    make_calls(now=now)
    call = Call.objects.get()
    assert call.error
    assert call.due_at == now + PAUSES[0]


def test_a_hook_that_is_off_is_told_nothing(hook: Hook, say: Say, dee: Writer, now: datetime) -> None:
    try_hook(hook=hook, now=now)
    Hook.objects.update(is_on=False)
    say(dee)
    read(now)
    assert make_calls(now=now) == 0
    assert Call.objects.count() == 1


def test_a_program_that_is_slow_takes_nobody_elses_time(hook: Hook, listener: Listener, now: datetime) -> None:
    other = Hook.objects.create(name="Away", url="http://127.0.0.1:9/")
    listener.may_answer.clear()
    for _ in range(AT_ONCE + 3):
        try_hook(hook=hook, now=now)
    try_hook(hook=other, now=now)
    calls = Caller()
    assert calls.look(now=now) == AT_ONCE + 1
    call, answer = calls.answers.get(timeout=30)  # it does not wait for the others
    assert call.hook == other
    calls.take(call, answer, now)
    later = try_hook(hook=other, now=now)
    assert calls.look(now=now) == 1
    assert calls.answers.get(timeout=30)[0] == later
    listener.may_answer.set()
    for _ in range(AT_ONCE):
        calls.take(*calls.answers.get(timeout=30), now)
    assert calls.look(now=now) == 3


def test_nobody_else_makes_a_call_that_is_under_way() -> None:
    assert timedelta(seconds=SECONDS) * 3 < CLAIMED  # a name may take its time to be found, too


def test_two_machines_make_a_call_once(hook: Hook, listener: Listener, now: datetime) -> None:
    try_hook(hook=hook, now=now)
    seen_by_another = list(Call.objects.waiting(now).select_related("hook"))
    make_calls(now=now)
    assert not claim(seen_by_another[0], now)
    assert len(listener.heard) == 1


def test_what_its_author_deletes_is_told_no_more(
    client: Client, hook: Hook, listener: Listener, say: Say, ben: Writer, ada: User, now: datetime
) -> None:
    listener.status = 500
    comment = say(ben, "Words that are taken back.")
    read(now)
    make_calls(now=now)
    seen_by_another = list(Call.objects.select_related("hook"))
    withdraw(comment=comment, writer=ben, now=now)
    assert make_calls(now=now + PAUSES[0]) == 0
    assert not claim(seen_by_another[0], now)
    with pytest.raises(Emptied):
        redeliver(call=seen_by_another[0], now=now)
    tick(now=now)
    assert not Call.objects.filter(body__contains="taken back").exists()
    call = Call.objects.get()
    assert (call.is_emptied, call.due_at) == (True, None)
    client.force_login(ada)
    answer = client.post(f"/newsroom/webhooks/calls/{call.pk}/again/", follow=True)
    assert "this call cannot be made again" in answer.content.decode()
    assert "Send again" not in answer.content.decode()
    decide(comment=Comment.objects.get(), action=Action.NOTE, moderator=ada, now=now, note="Settled.")
    read(now)
    assert json.loads(Call.objects.get(event=Event.DECIDED).body)["data"]["comment"]["text"] == ""
    assert len(listener.heard) == 1


def test_a_call_that_is_under_way_while_its_words_are_taken_back_is_not_made_again(
    hook: Hook, listener: Listener, say: Say, ben: Writer, now: datetime
) -> None:
    listener.status = 500
    say(ben, "Words that are taken back.")
    read(now)
    [call] = Call.objects.waiting(now).select_related("hook")
    assert claim(call, now)
    Call.objects.all().empty()
    note(call, ask(call, now), now)
    assert Call.objects.get().due_at is None


@pytest.mark.parametrize("forget_them", [erase_own_data, partial(leave_own_words, name="Former reader")])
def test_what_somebody_has_erased_goes_from_the_calls_at_once(
    hook: Hook, say: Say, ben: Writer, dee: Writer, now: datetime, forget_them: Callable[..., int]
) -> None:
    theirs, other = say(dee, "Words that are erased."), say(ben, "Words that stay.")
    flag(comment=other, writer=dee, reason="abuse", note="Words of a report.", now=now)
    set_status(comment=theirs, status=Status.SPAM)
    read(now)
    forget_them(writer=dee, now=now)
    assert {call.event for call in Call.objects.exclude(body="")} == {Event.PUBLISHED}
    bodies = "".join(Call.objects.values_list("body", flat=True))
    assert "Words that stay." in bodies
    assert not any(words in bodies for words in ("Dee", "Words of a report", "erased"))


def test_calls_are_forgotten_by_their_age_also_of_a_hook_that_is_off(hook: Hook, now: datetime) -> None:
    try_hook(hook=hook, now=now)
    Hook.objects.update(is_on=False)
    forget(now=now + CALLS)
    assert Call.objects.count() == 1
    forget(now=now + CALLS + timedelta(seconds=1))
    assert not Call.objects.exists()


def test_the_log_keeps_the_latest(hook: Hook, now: datetime) -> None:
    for _ in range(LOGGED + 5):
        try_hook(hook=hook, now=now)
    Call.objects.update(due_at=None)
    forget(now=now)
    assert Call.objects.count() == LOGGED


def test_editors_see_the_log_and_others_do_not(client: Client, hook: Hook, ada: User, ben: Writer, now: datetime):
    call = try_hook(hook=hook, now=now)
    client.force_login(ada)
    page = client.get(f"/newsroom/webhooks/{hook.pk}/").content.decode()
    assert call.message_id in page
    assert hook.secret in page
    assert client.post(f"/newsroom/webhooks/{hook.pk}/test/").status_code == 302
    assert client.post(f"/newsroom/webhooks/calls/{call.pk}/again/").status_code == 302
    assert Call.objects.count() == 2
    client.force_login(ben.account)  # type: ignore[arg-type]
    assert client.get(f"/newsroom/webhooks/{hook.pk}/").status_code == 302


@pytest.mark.parametrize(
    "url", ["ftp://x.example/", "https://user:word@x.example/", "https:///nowhere", "javascript:1"]
)
def test_an_address_that_cannot_be_called_is_refused(client: Client, ada: User, url: str) -> None:
    client.force_login(ada)
    sent = {"name": "Chat", "url": url, "events": ["comment.held"], "is_on": "on"}
    assert client.post("/newsroom/snippets/notices/hook/add/", sent).status_code == 200
    assert not Hook.objects.exists()
    answer = client.post("/newsroom/snippets/notices/hook/add/", {**sent, "url": "https://x.example/hook"})
    made = Hook.objects.get()
    assert answer.headers["Location"] == f"/newsroom/webhooks/{made.pk}/"
    assert (made.events, made.made_by) == (["comment.held"], ada)
