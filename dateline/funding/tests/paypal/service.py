"""PayPal's API over HTTP on the loopback address: tokens that run out, keys of once, faults, signatures.

It signs its webhooks with a secret that only it knows, as PayPal does with a key; we can but ask it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import zlib
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from . import shapes
from .shapes import Row
from .till import No, Till

WEBHOOK = "5GP028458E2496506"
CERT = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270"
CLIENT, SECRET = "client-of-this-test", "secret-of-this-test"


class Desk:
    """Answers questions; ``asked`` is all that was asked, ``faults`` the statuses of the next answers."""

    def __init__(self, till: Till) -> None:
        self.till, self.secret = till, secrets.token_bytes(32)
        self.asked: list[tuple[str, str]] = []
        self.tokens: set[str] = set()
        self.lasts, self.delay = 32_400, 0  # seconds: of a token, and of the reports
        self.faults: list[int] = []
        self.is_down = False
        self.keys: dict[tuple[str, str], tuple[bytes, Row]] = {}
        self.elsewhere = ""
        self.most_rows = 10_000

    def count(self, part: str) -> int:
        """How often what has ``part`` in its path was asked."""
        return sum(part in path for _verb, path in self.asked)

    # Signatures

    def signed(self, body: bytes, at: float, webhook: str = WEBHOOK) -> dict[str, str]:
        """The headers that a webhook comes with."""
        name, stamp = secrets.token_hex(12) + "-a", shapes.moment(at)
        return {
            "PayPal-Transmission-Id": name,
            "PayPal-Transmission-Time": stamp,
            "PayPal-Transmission-Sig": self._mac(name, stamp, webhook, body),
            "PayPal-Cert-Url": CERT,
            "PayPal-Auth-Algo": "SHA256withRSA",
        }

    def _mac(self, name: str, stamp: str, webhook: str, body: bytes) -> str:
        text = f"{name}|{stamp}|{webhook}|{zlib.crc32(body)}".encode()
        return base64.b64encode(hmac.digest(self.secret, text, hashlib.sha256)).decode()

    def _verify(self, raw: bytes) -> Row:
        """PayPal looks at the bytes of the event as they stand in the question."""
        said, mark = json.loads(raw), b'"webhook_event": '
        body = raw[raw.index(mark) + len(mark) : raw.rindex(b"}")]
        wanted = self._mac(said["transmission_id"], said["transmission_time"], said["webhook_id"], body)
        is_good = hmac.compare_digest(wanted, said["transmission_sig"])
        return {"verification_status": "SUCCESS" if is_good else "FAILURE"}

    # Answers

    def token(self, authorization: str) -> tuple[int, Row]:
        """A new token for who has the secret."""
        named = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if authorization != f"Basic {named}":
            return 401, {"error": "invalid_client", "error_description": "Client Authentication failed"}
        token = secrets.token_urlsafe(12)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": self.lasts}

    def answer(self, verb: str, path: str, query: Row, raw: bytes, key: str, address: str) -> tuple[int, Row | None]:
        """Status and body. The same key again gets the same answer, and an error where it asks otherwise."""
        known = self.keys.get((path, key)) if key else None
        if known:
            same = known[0] == raw
            return (200, known[1]) if same else _refusal(422, "PAYPAL_REQUEST_ID_PREVIOUSLY_USED")
        try:
            body = self._do(verb, [unquote(name) for name in path.strip("/").split("/")], query, raw, address)
        except No as no:
            return _refusal(no.status, no.issue)
        except (KeyError, ValueError, TypeError, IndexError) as error:
            return _refusal(400, f"INVALID_REQUEST {error!r}")
        if key and body is not None:
            self.keys[path, key] = raw, json.loads(json.dumps(body))
        return (204, None) if body is None else (200, body)

    def _do(self, verb: str, path: list[str], query: Row, raw: bytes, address: str) -> Row | None:
        till, said = self.till, json.loads(raw or b"{}")
        match verb, path:
            case "POST", ["v2", "checkout", "orders"]:
                return till.open_order(said, address)
            case "GET", ["v2", "checkout", "orders", name]:
                return till.get("order", name)
            case "POST", ["v2", "checkout", "orders", name, "capture"]:
                return till.capture_order(name)
            case "GET", ["v2", "payments", "captures", name]:
                return till.get("capture", name)
            case "POST", ["v2", "payments", "captures", name, "refund"]:
                return till.refund(name, said)
            case "GET", ["v2", "payments", "refunds", name]:
                return till.get("refund", name)
            case "GET", ["v1", "payments", "sale", name]:
                return self._sale(name)
            case "POST", ["v1", "notifications", "verify-webhook-signature"]:
                return self._verify(raw)
            case _, ["v1", "billing" | "catalogs", *rest]:
                return self._billing(verb, rest, query, said, address)
            case "GET", ["v1", "customer", "disputes", *rest]:
                return till.get("dispute", rest[0]) if rest else self._disputes(query)
            case "GET", ["v1", "reporting", "transactions"]:
                return self._transactions(query)
            case "GET", ["v1", "reporting", "balances"]:
                return self._balances()
        raise No(404, "RESOURCE_NOT_FOUND")

    def _sale(self, name: str) -> Row:
        capture = self.till.get("capture", name)
        return {"id": name, "state": "completed", "billing_agreement_id": capture.get("agreed", "")}

    def _billing(self, verb: str, path: list[str], query: Row, said: Row, address: str) -> Row | None:
        till = self.till
        match verb, path:
            case "POST", ["products"]:
                if said["id"] in till.things["product"]:
                    raise No(422, "DUPLICATE_RESOURCE_IDENTIFIER")
                return till.things["product"].setdefault(said["id"], said)
            case "POST", ["plans"]:
                till.get("product", said["product_id"])
                made = {**said, "id": till.name("P-"), "status": "ACTIVE"}
                return till.things["plan"].setdefault(made["id"], made)
            case "GET", ["plans"]:
                found, pages = _paged(list(till.things["plan"].values()), query, 20)
                return {"plans": found, "total_pages": pages}
            case "POST", ["subscriptions"]:
                return till.open_subscription(said, address)
            case "GET", ["subscriptions", name]:
                made = till.get("subscription", name)
                return made if query.get("fields") == "plan" else {k: v for k, v in made.items() if k != "plan"}
            case "GET", ["subscriptions", name, "transactions"]:
                return {"transactions": [self._transaction(each) for each in self._months(name, query)]}
            case "POST", ["subscriptions", name, deed]:
                return till.turn(name, deed)
        raise No(404, "RESOURCE_NOT_FOUND")

    def _months(self, name: str, query: Row) -> list[Row]:
        till = self.till
        till.get("subscription", name)
        mine = (each for each in till.things["capture"].values() if each.get("agreed") == name)
        return [each for each in mine if query["start_time"] <= each["create_time"] <= query["end_time"]]

    def _transaction(self, capture: Row) -> Row:
        return {"id": capture["id"], "status": capture["status"], "time": capture["create_time"]}

    def _disputes(self, query: Row) -> Row:
        found = list(self.till.things["dispute"].values())
        if "disputed_transaction_id" in query:
            name = query["disputed_transaction_id"]
            found = [each for each in found if each["disputed_transactions"][0]["seller_transaction_id"] == name]
        if "dispute_state" in query:
            found = [each for each in found if each["dispute_state"] in query["dispute_state"].split(",")]
        found = [each for each in found if each["update_time"] >= query.get("update_time_after", "")]
        return {"items": _paged(found, query, 50)[0]}

    def _transactions(self, query: Row) -> Row:
        """The rows of a span, oldest first, without those that are too new to be in the reports."""
        since, until = query["start_date"], query["end_date"]
        if (shapes.seconds(until) - shapes.seconds(since)) > 31 * 86_400:
            raise No(400, "INVALID_REQUEST")
        last = shapes.moment(self.till.clock() - self.delay)
        rows = [each for each in self.till.rows if since <= each["transaction_initiation_date"] <= min(until, last)]
        if len(rows) > self.most_rows:
            raise No(400, "RESULTSET_TOO_LARGE")
        found, pages = _paged(rows, query, 500)
        return {"transaction_details": [{"transaction_info": row} for row in found], "total_pages": pages}

    def _balances(self) -> Row:
        """What is ours as of the last report."""
        last = shapes.moment(self.till.clock() - self.delay)
        told = [
            {"currency": currency, "total_balance": shapes.money(total, currency)}
            for currency, total in self.till.totals(last).items()
        ]
        return {"balances": told, "last_refresh_time": last}


def _paged(found: list[Row], query: Row, most: int) -> tuple[list[Row], int]:
    size, page = min(int(query.get("page_size", 10)), most), int(query.get("page", 1))
    return found[(page - 1) * size : page * size], max(1, -(-len(found) // size))


def _refusal(status: int, issue: str) -> tuple[int, Row]:
    return status, {"name": "UNPROCESSABLE_ENTITY", "details": [{"issue": issue, "description": "No."}]}


class Handler(BaseHTTPRequestHandler):
    """One request."""

    desk: Desk
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one piece: in two, each answer waits 40 ms for the other side's word

    def do_GET(self) -> None:
        self._route(b"")

    def do_POST(self) -> None:
        self._route(self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""

    def _route(self, raw: bytes) -> None:
        desk, url = self.desk, urlsplit(self.path)
        desk.asked.append((self.command, url.path))
        given = self.headers.get("Authorization", "")
        if desk.is_down:
            self._answer(503, {"name": "INTERNAL_SERVER_ERROR"})
        elif desk.elsewhere:
            self._answer(302, {}, location=desk.elsewhere)
        elif url.path == "/v1/oauth2/token":
            self._answer(*desk.token(given))
        elif given.removeprefix("Bearer ") not in desk.tokens:
            self._answer(401, {"error": "invalid_token", "error_description": "Token signature verification failed"})
        elif desk.faults:
            self._answer(desk.faults.pop(0), {"name": "FAULT"})
        else:
            address, key = f"http://{self.headers['Host']}", self.headers.get("PayPal-Request-Id", "")
            query = dict(parse_qsl(url.query))
            self._answer(*desk.answer(self.command, url.path, query, raw, key, address))

    def _answer(self, status: int, body: Row | None, *, location: str = "") -> None:
        sent = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(sent)
