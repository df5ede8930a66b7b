"""The door's end of the fast lane: a real socket, and a writer of the test's own at its other end."""

import asyncio
import re

import pytest

from dateline.delivery.desk import Desk
from dateline.delivery.door.fastlane import FastLane, meta_of
from dateline.delivery.door.relay import TROUBLE_WORD
from dateline.delivery.frames import Frames, frame

FORM = b"text=Words&author_name=Ben"


def scope():
    headers = [(b"host", b"news.example"), (b"content-type", b"application/x-www-form-urlencoded")]
    headers += [
        (b"content-length", b"%d" % len(FORM)),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"x_real_ip", b"6.6.6.6"),
    ]
    return {"raw_path": b"/threads/7/post/", "query_string": b"", "headers": headers, "client": ("127.0.0.1", 9)}


def post(tmp_path, word):
    """Send a form while the writer answers with ``word`` (None: it goes away).

    Returns what was sent back, what was passed on, and what the writer heard.
    """
    sent, passed, heard = [], [], []
    ended = asyncio.Event()

    async def writer(reader, out):
        async for number, *rest in values(reader):
            heard.append(rest)
            if word is not None:
                out.write(frame((number, word[0])))
            else:
                break
        out.close()
        await out.wait_closed()
        ended.set()

    async def values(reader):
        frames = Frames()
        while data := await reader.read(65536):
            for value in frames.feed(data):
                yield value

    async def pass_on(scope, receive, send):
        passed.append((scope.get(TROUBLE_WORD), (await receive())["body"]))

    async def run():
        path = str(tmp_path / "writer")
        server = await asyncio.start_unix_server(writer, path)
        lane = FastLane(path, re.compile(rb"/threads/\d+/post/"), [])
        messages = iter([{"type": "http.request", "body": FORM, "more_body": False}])

        async def receive():
            return next(messages)

        async def send(message):
            sent.append(message)

        assert lane.takes(scope())
        await asyncio.wait_for(lane.answer(scope(), receive, send, pass_on), 10)
        lane.line.close()
        server.close()
        await server.wait_closed()
        await asyncio.wait_for(ended.wait(), 10)

    asyncio.run(run())
    return sent, passed, heard


def test_a_form_that_was_stored_is_answered_with_where_it_stands(tmp_path):
    sent, passed, heard = post(tmp_path, [("/town/levee/?seen=3#c9", "device=1")])
    assert sent[0]["status"] == 303
    assert (b"location", b"/town/levee/?seen=3#c9") in sent[0]["headers"]
    assert passed == []
    assert heard[0][1]["HTTP_COOKIE"] == "a=1; b=2"
    assert "HTTP_X_REAL_IP" not in heard[0][1], "a name with an underscore would pass for one with a hyphen"


def test_what_the_lane_leaves_goes_the_ordinary_way_with_its_body(tmp_path):
    assert post(tmp_path, [None])[1] == [(None, FORM)]


@pytest.mark.parametrize(("word", "trouble"), [(None, "unsure"), (["unsure"], "unsure"), (["busy"], "busy")])
def test_what_could_not_be_stored_or_may_have_been_is_passed_on_with_why(tmp_path, word, trouble):
    sent, passed, _heard = post(tmp_path, word)
    assert (sent, passed) == ([], [(trouble, FORM)])


@pytest.mark.parametrize("host", ["news.example", "news.example:8443", "[::1]:8000", "[::1]", "news.example:", "x:y"])
def test_the_writer_is_told_the_port_that_the_desk_would_be(host):
    asked = scope() | {"type": "http", "method": "POST", "path": "/", "client": None}
    asked["headers"] = [(b"host", host.encode()), *asked["headers"][1:]]
    seen = []

    async def app(scope, receive, send):
        seen.append(scope["server"])

    asyncio.run(Desk(app)(asked, None, None))
    assert meta_of(asked)["SERVER_PORT"] == str(seen[0][1])
