"""A newsroom's own site with users of its own: the page that makes sure who they are and sends them on with a token.

It takes whoever comes for ``person``, which is the one thing that a real one would not do.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

from .loopback import listening

ISSUER, KEY = "the-courier", "a key that two houses know, 32 bytes"


@dataclass
class OwnSite:
    """``person`` is who is signed in over there: the claims that the token adds to what every token says."""

    url: str = ""
    person: dict[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The address for ``DATELINE_SSO_PAGE``."""
        return f"{self.url}/who-is-it"

    def sent_on(self, asked: dict[str, str]) -> str:
        """Return where the browser goes: back, with a token that is good for this browser and once."""
        now, back = int(time.time()), urlsplit(asked["return"])
        newsroom = f"{back.scheme}://{back.netloc}"
        times = {"iat": now, "exp": now + 120}
        bound = {"iss": ISSUER, "aud": newsroom, "jti": secrets.token_hex(16), "nonce": asked["nonce"]}
        return f"{asked['return']}?{urlencode({'token': jwt.encode({**self.person, **bound, **times}, KEY, 'HS256')})}"


class Door(BaseHTTPRequestHandler):
    """Its door on the network."""

    site: OwnSite

    def do_GET(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        self.send_response(302)
        self.send_header("Location", self.site.sent_on(asked))
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@contextmanager
def own_site() -> Iterator[OwnSite]:
    """Serve one on a free port while the block runs."""
    site = OwnSite()
    with listening(Door, site=site) as site.url:
        yield site
