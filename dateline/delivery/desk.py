"""The other side of the door: the application, on a Unix socket that only the door knows."""

from __future__ import annotations

from .door.relay import OURS, PEER, TROUBLE, TROUBLE_WORD
from .hops import server_of
from .intake import App, Receive, Scope, Send

DOOR = "dateline.door"


class Desk:
    """An ASGI application around another: takes the door's word for who the sender is."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = scope["headers"]
            peer = next((value.decode("ascii") for name, value in headers if name == PEER), "")
            kept = [pair for pair in headers if not pair[0].startswith(OURS)]
            client = (peer, 0) if peer else None
            host = next((value.decode("latin-1") for name, value in headers if name == b"host"), "")
            scope = {**scope, "headers": kept, "client": client, "server": server_of(host), DOOR: True}
            scope[TROUBLE_WORD] = next((value.decode("ascii") for name, value in headers if name == TROUBLE), None)
        await self.app(scope, receive, send)
