"""Streams at the door, over real sockets: what opens one, what it is sent, and how many there may be."""

import asyncio
import re
from contextlib import asynccontextmanager, suppress
from types import SimpleNamespace

import pytest
import uvicorn

from dateline.delivery.door import streams as streams_module
from dateline.delivery.door.asked import Reader
from dateline.delivery.door.fastlane import FastLane
from dateline.delivery.door.patience import Patience, keep_watch
from dateline.delivery.door.protocol import Door, protocol_for
from dateline.delivery.door.shelf import Shelf
from dateline.delivery.door.streams import Limits, Streams
from dateline.delivery.door.tuning import tuned
from dateline.delivery.store.gauge import Gauge
from dateline.delivery.store.wire import Dispatch, Ear, Wire

PATIENCE = 10


async def nobody(scope, receive, send):
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


@asynccontextmanager
async def door(folder, **limits):
    """A door on a free port; gives its streams, its wire, and a function that asks it."""
    wire = Wire(folder, Gauge(folder / "gauge"))
    wire.begin(10, anew=True)
    shelf = Shelf(folder, static=folder, most=1_000)
    reader = Reader(is_our_host=lambda host: host == "news.example")
    streams = Streams(Ear(folder, shelf.gauge), reader, limits=Limits(**limits), common={"X-Ours": "yes"})
    lane = FastLane(str(folder / "writer"), re.compile(rb"nothing"), [])
    config = uvicorn.Config(
        nobody, http=protocol_for(Door(shelf, reader, streams, lane)), port=0, lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    port = server.servers[0].sockets[0].getsockname()[1]
    telling = [asyncio.create_task(streams.tell()), asyncio.create_task(streams.beat())]
    opened = []

    async def ask(target="/live/?on=thread:3", *, pieces=1, version="1.1", **headers):
        head = {"Host": "news.example", **{name.replace("_", "-"): value for name, value in headers.items()}}
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        request = f"GET {target} HTTP/{version}\r\n{lines}\r\n".encode()
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        opened.append(outgoing)
        size = len(request) // pieces + 1
        for start in range(0, len(request), size):
            outgoing.write(request[start : start + size])
            await outgoing.drain()
            await asyncio.sleep(0.01 if pieces > 1 else 0)
        return incoming

    try:
        yield SimpleNamespace(
            ask=ask, wire=wire, streams=streams, port=port, opened=opened, connections=server.server_state.connections
        )
    finally:
        for task in telling:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for outgoing in opened:
            outgoing.close()
        await server.shutdown()


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, PATIENCE * 3))


async def until(incoming, words):
    return await asyncio.wait_for(incoming.readuntil(words), PATIENCE)


def tell(wire, number, count, channel="thread:3", kind="comments"):
    one = Dispatch(channel, kind, {"count": count})
    wire.append(number, [(one, one.packed())])


async def heard(one, number):
    """Wait until the door has read a change."""
    while one.streams.bulletin.newest < number:
        await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    ("query", "channels", "last"),
    [
        (b"on=thread:3", (b"thread:3",), 0),
        (b"on=thread%3A3&on=meter&last=41", (b"thread:3", b"meter"), 41),
        (b"on=meter&on=meter", (b"meter",), 0),
    ],
)
def test_what_a_page_asks_for(query, channels, last):
    assert tuned(query) == (channels, last)


@pytest.mark.parametrize(
    "query",
    [
        b"on=", b"on=thread:", b"on=thread:0", b"on=Thread:1", b"on=thread:1&x=1", b"on=thread:1%0d%0a",
        b"on=thread:1&last=", b"on=thread:1&last=-1", b"on=thread:1&last=" + b"9" * 19, b"on=thread:" + b"9" * 19,
        b"last=1&on=meter", b"on=meter&last=1&on=meter", b"&".join([b"on=meter"] * 9), b"on=" + b"a" * 21, b"on=../x",
    ],
)  # fmt: skip
def test_what_no_page_asks_for(query):
    assert tuned(query) is None


def test_a_stream_is_told_what_happens_on_its_channels_and_nothing_else(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            incoming = await one.ask("/live/?on=thread:3&on=meter")
            head = await until(incoming, b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 OK\r\n")
            for line in (b"content-type: text/event-stream", b"no-store", b"x-accel-buffering: no", b"x-ours: yes"):
                assert line in head
            assert b"set-cookie" not in head
            assert (await until(incoming, b"\n\n")).startswith(b"retry: ")
            tell(one.wire, 11, 5, channel="thread:4")
            tell(one.wire, 12, 1)
            event = await until(incoming, b"\n\n")
            assert event == b'event: comments\ndata: {"on":"thread:3","count":1}\nid: 12\n\n'

    run(story())


def test_a_page_that_was_just_loaded_hears_how_things_stand(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            tell(one.wire, 11, 1)
            tell(one.wire, 12, 2)
            await heard(one, 12)
            incoming = await one.ask()
            assert b'"count":2}\nid: 12' in await until(incoming, b"id: 12\n\n")

    run(story())


@pytest.mark.parametrize("way", ["header", "query"])
def test_a_page_that_was_away_is_told_what_it_missed(tmp_path, way):
    async def story():
        async with door(tmp_path) as one:
            tell(one.wire, 20, 1, channel="meter", kind="meter")
            tell(one.wire, 200, 2)
            await heard(one, 200)
            target, headers = "/live/?on=thread:3&on=meter", {}
            if way == "header":
                headers = {"Last_Event_ID": "150"}
            else:
                target += "&last=150"
            sent = await until(await one.ask(target, **headers), b"id: 200\n\n")
            assert b"resync" not in sent
            assert b"id: 20\n" not in sent  # heard long ago

    run(story())


def test_a_page_that_was_away_for_too_long_is_told_so(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            tell(one.wire, 11, 1)
            await heard(one, 11)
            sent = await until(await one.ask(Last_Event_ID="3"), b"id: 11\n\n")
            assert b"event: resync\ndata: {}" in sent

    run(story())


def test_whatever_a_browser_says_it_heard_is_no_number_is_nothing(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            sent = await until(await one.ask(Last_Event_ID="x; drop"), b"retry: ")
            assert b"200 OK" in sent

    run(story())


def test_a_request_in_pieces_and_one_by_an_old_proxy_are_streams_too(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            for incoming in (await one.ask(pieces=4), await one.ask(version="1.0", Connection="close")):
                assert b"text/event-stream" in await until(incoming, b"\r\n\r\n")
            tell(one.wire, 11, 1)

    run(story())


@pytest.mark.parametrize(
    ("target", "headers", "status"),
    [
        ("/live/?on=evil/../", {}, b"400"),
        ("/live/?on=thread:3&on=thread:4&last=x", {}, b"400"),
        ("/live/?on=meter", {"Host": "evil.example"}, b"404"),  # left to the application, which knows its hosts
        ("/live/", {}, b"404"),
        ("/live/?on=meter", {"Range": "bytes=0-"}, b"404"),
    ],
)
def test_what_opens_no_stream(tmp_path, target, headers, status):
    async def story():
        async with door(tmp_path) as one:
            line = await until(await one.ask(target, **headers), b"\r\n")
            assert line.split()[1] == status
            assert not one.streams.open_ones

    run(story())


def test_one_address_has_so_many_and_all_have_so_many(tmp_path):
    async def story():
        async with door(tmp_path, most=3, most_per_address=2, proxies=1) as one:
            answers = []
            for address in ("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.3"):
                incoming = await one.ask(X_Forwarded_For=f"10.9.9.9, {address}")
                answers.append((await until(incoming, b"\r\n")).split()[1])
            assert answers == [b"200", b"200", b"503", b"200", b"503"]
            one.opened[0].close()
            while len(one.streams.open_ones) > 2:
                await asyncio.sleep(0.01)
            assert b"200" in await until(await one.ask(X_Forwarded_For="192.0.2.1"), b"\r\n")

    run(story())


def test_nothing_is_left_of_a_stream_that_ended(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            await until(await one.ask("/live/?on=thread:3&on=meter"), b"retry")
            assert one.streams.listeners
            one.opened[0].close()
            while one.streams.open_ones:
                await asyncio.sleep(0.01)
            assert not one.streams.listeners
            assert not one.streams.addresses

    run(story())


def test_a_burst_is_told_as_it_ended(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            incoming = await one.ask()
            await until(incoming, b"retry")
            for number in range(11, 211):
                tell(one.wire, number, number)
            sent = await until(incoming, b"id: 210\n\n")
            assert sent.count(b"event: comments") < 50

    run(story())


def test_whoever_does_not_take_what_is_sent_is_let_go(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            await until(await one.ask(), b"retry")
            (connection,) = one.streams.open_ones
            piece = b":" + b"x" * 30_000 + b"\n\n"
            while one.streams.open_ones:
                await one.streams.write([connection], piece)
                await asyncio.sleep(0.001)

    run(story())


def test_who_has_just_connected_is_not_taken_for_idle(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            incoming, outgoing = await asyncio.open_connection("127.0.0.1", one.port)
            one.opened.append(outgoing)
            while not one.connections:
                await asyncio.sleep(0.005)
            looking = asyncio.create_task(keep_watch(one.connections, Patience(idle=0.4, slow=0.4)))
            await asyncio.sleep(0.15)  # one look, and the next is not yet
            looking.cancel()
            outgoing.write(b"GET /live/?on=meter HTTP/1.1\r\nHost: news.example\r\n\r\n")
            assert b"200 OK" in await until(incoming, b"\r\n")

    run(story())


def test_a_quiet_stream_gives_a_sign_of_life(tmp_path, monkeypatch):
    monkeypatch.setattr(streams_module, "BEAT", 1)

    async def story():
        async with door(tmp_path) as one:
            incoming = await one.ask()
            await until(incoming, b"retry: ")
            await until(incoming, b"\n\n")
            assert await until(incoming, b"\n\n") == b":\n\n"

    run(story())


def test_a_wire_begun_anew_is_a_gap_that_every_page_hears_of(tmp_path):
    async def story():
        async with door(tmp_path) as one:
            incoming = await one.ask()
            await until(incoming, b"retry")
            one.wire.begin(500, anew=True)
            assert b"event: resync" in await until(incoming, b"id: 500\n\n")

    run(story())
