"""How much anybody may send us, counted as it comes in: before Django has read, parsed or spooled any of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

KIB = 1024
FORM_BYTES = 512 * KIB  # the longest comment and a provider's notice are far below it
SENTENCE = b"That was more than we take at once. Nothing was kept. Send less, or in smaller files.\n"


class Intake:
    """An ASGI application around another: answers 413 to a body over the limit, also where no length was announced.

    ``larger`` maps beginnings of paths to limits of their own, in bytes: where staff upload pictures.
    """

    def __init__(self, app: App, *, most: int = FORM_BYTES, larger: Mapping[str, int] | None = None) -> None:
        self.app = app
        self.most = most
        self.larger = dict(larger or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.limit_of(scope["path"])
        if announced(scope) > limit:
            await refuse(send)
            return
        await self.app(scope, self.counting(limit, receive, send), send)

    def limit_of(self, path: str) -> int:
        """Return how many bytes a request to ``path`` may carry."""
        return next((most for beginning, most in self.larger.items() if path.startswith(beginning)), self.most)

    def counting(self, limit: int, receive: Receive, send: Send) -> Receive:
        """Return a ``receive`` that hangs up on the application once more than ``limit`` bytes have come."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken <= limit:
                return message
            await refuse(send)
            return {"type": "http.disconnect"}

        return counted


def announced(scope: Scope) -> int:
    """Return the length that the sender announced, in bytes; 0 where there is none or it is no number."""
    value = dict(scope["headers"]).get(b"content-length", b"0")
    return int(value) if value.isdigit() and len(value) < 20 else 0


async def refuse(send: Send) -> None:
    """Say 413 and close: what is still on its way is not read."""
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(SENTENCE)),
        (b"connection", b"close"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": SENTENCE})
