"""Nobody can send more than we take, whether they announce it or not."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from dateline.delivery.intake import Intake

LIMIT = 100


def answer(chunks: list[bytes], *, path: str = "/give/", length: int | None = None) -> tuple[int, int]:
    """Send ``chunks`` through the door; return the status and how many bytes came through."""
    waiting = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    waiting.append({"type": "http.request", "body": b"", "more_body": False})
    sent: list[dict[str, Any]] = []
    through = 0

    async def app(scope: Any, receive: Any, send: Any) -> None:
        nonlocal through
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            through += len(message["body"])
            if not message["more_body"]:
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    scope = {"type": "http", "path": path, "headers": headers}
    asyncio.run(Intake(app, most=LIMIT, larger={"/newsroom/": 10 * LIMIT})(scope, receive, send))
    return sent[0]["status"], through


@pytest.mark.parametrize("chunks", [[], [b"x"], [b"x" * LIMIT], [b"x" * 50, b"x" * 50]])
def test_what_is_within_the_limit_comes_through_whole(chunks: list[bytes]) -> None:
    assert answer(chunks) == (200, sum(map(len, chunks)))


def test_an_announced_excess_is_refused_unread() -> None:
    assert answer([b"x"] * 500, length=500) == (413, 0)


def test_an_unannounced_excess_is_cut_off_at_the_limit() -> None:
    assert answer([b"x" * 60] * 5) == (413, 60)


def test_the_editor_may_send_more() -> None:
    assert answer([b"x" * 500], path="/newsroom/pictures/add/", length=500) == (200, 500)
    assert answer([b"x" * 600] * 2, path="/newsroom/pictures/add/") == (413, 600)


@pytest.mark.parametrize("length", ["", "-5", "many", "9" * 40])
def test_an_odd_length_is_counted_all_the_same(length: str) -> None:
    async def never(*_: Any) -> None:
        """Nothing to do."""

    scope = {"type": "http", "path": "/", "headers": [(b"content-length", length.encode())]}
    asyncio.run(Intake(never, most=LIMIT)(scope, never, never))
