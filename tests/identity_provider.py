"""An OpenID Connect provider on this machine: discovery, code with PKCE, signed tokens, and nothing that it forgives.

It signs in ``person`` without asking, which is the one thing that a real one would not do.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from .loopback import listening

CLIENT, SECRET = "dateline", "a secret between two houses"


@dataclass
class Provider:
    """``person`` is who sits in front of it; ``codes`` are given out and not yet redeemed, each with what was asked."""

    url: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    told_of_its_bearer: dict[str, Any] = field(default_factory=dict)  # by userinfo, where that is to differ
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def discovery(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """Its public key."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Return where the browser goes: back, with a code."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def redeem(self, told: dict[str, str]) -> dict[str, Any] | None:
        """Return tokens for a code, once, to whoever asked for it; None for anybody else."""
        asked = self.codes.pop(told.get("code", ""), None)
        hashed = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()
        if asked is None or told.get("client_secret") != SECRET or challenge != asked["code_challenge"]:
            return None
        if told.get("redirect_uri") != asked["redirect_uri"]:
            return None
        now, token = int(time.time()), secrets.token_urlsafe(16)
        self.tokens.add(token)
        claims = {**self.person, "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300}
        signed = jwt.encode(claims, self.key, "RS256", headers={"kid": "one"})
        return {"access_token": token, "token_type": "Bearer", "expires_in": 300, "id_token": signed}


class Counter(BaseHTTPRequestHandler):
    """Its counter on the network."""

    provider: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(asked))
            self.end_headers()
        elif parts.path == "/userinfo":
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            told = self.provider.told_of_its_bearer or self.provider.person
            self.say(told if token in self.provider.tokens else None)
        elif parts.path == "/keys":
            self.say(self.provider.keys())
        else:
            self.say(self.provider.discovery())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.say(self.provider.redeem({name: values[0] for name, values in parse_qs(body).items()}))

    def say(self, what: dict[str, Any] | None) -> None:
        """Answer in JSON; nothing is a refusal."""
        body = json.dumps(what or {"error": "invalid_grant"}).encode()
        self.send_response(200 if what else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@contextmanager
def identity_provider() -> Iterator[Provider]:
    """Serve one on a free port while the block runs."""
    provider = Provider()
    with listening(Counter, provider=provider) as provider.url:
        yield provider
