"""How questions travel to PayPal: JSON over HTTP, with a token that is renewed before it runs out, and once where not.

Nothing is followed: where PayPal's answer leads elsewhere, our key does not.
"""

from __future__ import annotations

import base64
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import cache
from http.client import HTTPException
from typing import Any, Literal
from urllib.parse import urlencode

from dateline.funding.providers.interface import ProviderDown, ProviderRefused

Said = Mapping[str, Any]
SECONDS = 15
MOST_BYTES = 16 * 1024 * 1024
EARLY = 60  # seconds before a token runs out in which it is renewed
TRY_AGAIN = {408, 425, 429}


class Refused(ProviderRefused):
    """PayPal's refusal: ``status`` is HTTP's, ``issue`` PayPal's own word for it."""

    def __init__(self, status: int, said: Said) -> None:
        details = said.get("details") or [{}]
        self.status = status
        self.issue = str(details[0].get("issue") or said.get("name") or said.get("error") or "")
        words = details[0].get("description") or said.get("message") or said.get("error_description") or ""
        super().__init__(f"{status} {self.issue}: {words}"[:300])


class PayPalWire:
    """Asks one account. Threads share it, and its token."""

    def __init__(self, address: str, client: str, secret: str) -> None:
        self.address, self.client, self.secret = address, client, secret
        self.lock = threading.Lock()
        self.token, self.until = "", 0.0
        self.opener = urllib.request.build_opener(Nowhere)

    def ask(
        self,
        verb: Literal["GET", "POST"],
        path: str,
        said: Said | None = None,
        key: str = "",
        body: bytes | None = None,
    ) -> dict[str, Any]:
        """Return the answer; nothing where PayPal has none. Raises ProviderDown or Refused.

        ``said`` is the query of a GET and the JSON of a POST, ``body`` JSON that is sent as it is. ``key`` makes asking
        twice the same as once.
        """
        headers = {"Content-Type": "application/json", "Prefer": "return=representation"}
        if key:
            headers["PayPal-Request-Id"] = key
        url = path + (f"?{urlencode(said)}" if verb == "GET" and said else "")
        sent = None if verb == "GET" else body or json.dumps(said or {}).encode()
        token = self._token()
        try:
            return self._send(verb, url, sent, headers | {"Authorization": f"Bearer {token}"})
        except Refused as error:
            if error.status != 401:
                raise
        token = self._token(spent=token)
        return self._send(verb, url, sent, headers | {"Authorization": f"Bearer {token}"})

    def _token(self, spent: str = "") -> str:
        """Return a token that is good for a while; another one than ``spent``."""
        with self.lock:
            if not self.token or self.token == spent or time.monotonic() > self.until:
                named = base64.b64encode(f"{self.client}:{self.secret}".encode()).decode()
                headers = {"Authorization": f"Basic {named}", "Content-Type": "application/x-www-form-urlencoded"}
                said = self._send("POST", "/v1/oauth2/token", b"grant_type=client_credentials", headers)
                self.token = str(said.get("access_token", ""))
                self.until = time.monotonic() + float(said.get("expires_in", 0)) - EARLY
            return self.token

    def _send(self, verb: str, path: str, body: bytes | None, headers: dict[str, str]) -> dict[str, Any]:
        """Ask once. Raises ProviderDown or Refused."""
        request = urllib.request.Request(self.address + path, body, headers, method=verb)  # noqa: S310 - as configured
        try:
            with self.opener.open(request, timeout=SECONDS) as answer:
                return _read(answer.read(MOST_BYTES))
        except urllib.error.HTTPError as error:
            with error:
                reason = error.read(MOST_BYTES)
            if error.code >= 500 or error.code in TRY_AGAIN:
                raise ProviderDown(f"{error.code} {reason[:200].decode('utf-8', 'replace')}") from error
            raise Refused(error.code, _words(reason)) from error
        except (OSError, HTTPException, ValueError) as error:
            raise ProviderDown(str(error)) from error


class Nowhere(urllib.request.HTTPRedirectHandler):
    """Follows no answer to another address."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Return no further request: what leads elsewhere is a refusal."""


@cache
def wire_to(address: str, client: str, secret: str) -> PayPalWire:
    """Return the wire to an account; one for all threads, so that a token is asked for once in its life."""
    return PayPalWire(address, client, secret)


def _read(body: bytes) -> dict[str, Any]:
    """Return an answer's object; nothing where there is no body. Raises ValueError."""
    said = json.loads(body or b"{}")
    if not isinstance(said, dict):
        raise ValueError("The answer is no object.")
    return said


def _words(body: bytes) -> Said:
    """Return what a refusal says, as far as it can be read."""
    try:
        return _read(body)
    except ValueError:
        return {"message": body[:200].decode("utf-8", "replace")}
