"""What the provider's API answers, as far as our adapters ask: Stripe's paths, its errors and its idempotency."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .shapes import page
from .things import Row
from .till import Refused, Till

Answer = tuple[int, Row]
LISTED = {"refunds": "refund", "disputes": "dispute", "invoice_payments": "invoice_payment"}


class Api:
    """Answers questions; ``told`` is called with the events that a deed has made."""

    def __init__(self, till: Till, told: Callable[[list[Row]], None]) -> None:
        self.till, self.told = till, told

    def answer(self, verb: str, path: list[str], said: Row, key: str, address: str) -> Answer:
        """Return status and body. The same ``key`` again gets the same answer, and an error where it asks otherwise."""
        asked = {"verb": verb, "path": path, "said": said}
        with self.till.things.lock:
            known = self.till.things.get("key", key) if key else None
            if known:
                return (
                    (known["status"], known["body"])
                    if known["asked"] == asked
                    else _error(400, KEYS, "idempotency_error")
                )
            try:
                status, body = 200, self._do(verb, path, said, address)
            except Refused as error:
                status, body = _error(404 if str(error).startswith("No such") else 400, str(error))
            except (KeyError, ValueError, TypeError, IndexError) as error:
                status, body = _error(400, f"Invalid request: {error!r}")
            if key:
                self.till.things.put("key", {"id": key, "asked": asked, "status": status, "body": body})
        return status, body

    def _do(self, verb: str, path: list[str], said: Row, address: str) -> Row:
        till = self.till
        match verb, path:
            case "POST", ["checkout", "sessions"]:
                return till.open_session(said, address)
            case "GET", ["checkout", "sessions", name]:
                return self._session(name, said)
            case "GET", ["payment_intents", name]:
                return self._intent(name)
            case "GET", ["invoices", name]:
                return self._thing("invoice", name)
            case "GET", ["refunds" | "disputes" as kind]:
                return page(till.things.all_of(LISTED[kind], said["payment_intent"]))
            case "GET", ["invoice_payments"]:
                return page(till.things.all_of("invoice_payment", said["payment"]["payment_intent"]))
            case "GET", ["subscriptions", name]:
                return till.subscription(name)
            case "POST", ["subscriptions", name]:
                return self._deed(till.change(name, said))
            case "DELETE", ["subscriptions", name]:
                return self._deed(till.end(name))
            case "POST", ["refunds"]:
                return self._deed(till.refund(said["payment_intent"], int(said["amount"])))
            case "GET", ["balance_transactions"]:
                return self._movements(said)
            case "GET", ["balance"]:
                return till.balance()
        raise Refused(f"No such path: {verb} /v1/{'/'.join(path)}")

    def _deed(self, done: tuple[Row, list[Row]]) -> Row:
        thing, events = done
        self.told(events)
        return thing

    def _thing(self, kind: str, name: str) -> Row:
        found = self.till.things.get(kind, name)
        if found is None:
            raise Refused(f"No such {kind}: '{name}'")
        return found

    def _session(self, name: str, said: Row) -> Row:
        session = self.till.session(name)
        intent = session["payment_intent"] if "payment_intent" in said.get("expand", []) else None
        return {**session, "payment_intent": self._thing("intent", intent)} if intent else session

    def _intent(self, name: str) -> Row:
        intent = self._thing("intent", name)
        return {**intent, "latest_charge": self.till.charge_of(name) if intent["latest_charge"] else None}

    def _movements(self, said: Row) -> Row:
        bounds = said.get("created", {})
        found, more = self.till.things.newest(
            "movement",
            since=float(bounds.get("gte", 0)),
            until=float(bounds.get("lt", 1e12)),
            after=said.get("starting_after", ""),
            limit=int(said.get("limit", 10)),
        )
        return page([self._with_source(each) for each in found], more=more)

    def _with_source(self, moved: Row) -> Row:
        kind = moved.pop("source_kind")
        return {**moved, "source": self.till.things.get(kind, moved["source"]) or moved["source"]}


KEYS = "Keys for idempotent requests can only be used with the same parameters they were first used with."


def _error(status: int, words: str, kind: str = "invalid_request_error") -> Answer:
    return status, {"error": {"type": kind, "message": words}}


def as_bytes(body: Any) -> bytes:
    """Return an answer as it is sent."""
    return json.dumps(body).encode()
