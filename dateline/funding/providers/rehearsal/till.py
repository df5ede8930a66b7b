"""The rehearsal provider's own memory: sessions, payments, refunds and keys, in an SQLite file of its own.

It is the provider's side of the table. We never read this file; we ask over HTTP, as we would ask anybody.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class Till:
    """Keeps things by kind and id. One connection and one lock: a rehearsal is no place to be fast."""

    def __init__(self, path: Path | None = None) -> None:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.lock = threading.RLock()
        self.database = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, timeout=20)
        self.database.execute("CREATE TABLE IF NOT EXISTS things (kind, id, said, PRIMARY KEY (kind, id))")

    def close(self) -> None:
        """Let the file go."""
        with self.lock:
            self.database.close()

    def get(self, kind: str, key: str) -> Row | None:
        """Return one thing."""
        with self.lock:
            row = self.database.execute("SELECT said FROM things WHERE kind = ? AND id = ?", (kind, key)).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, kind: str, key: str, said: Row) -> Row:
        """Keep one thing, in place of what was there."""
        with self.lock:
            self.database.execute("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", (kind, key, json.dumps(said)))
        return said

    def open_session(self, wish: Row, key: str, address: str) -> Row:
        """Make a checkout session, or return the one that ``key`` has made."""
        with self.lock:
            known = self.get("key", key)
            if known:
                return self.session(known["session"]) or {}
            name = f"rs_{secrets.token_urlsafe(18)}"
            self.put("key", key, {"session": name})
            fixed = {
                "id": name,
                "url": f"{address}/checkout/{name}",
                "state": "open",
                "livemode": False,
                "payment": None,
            }
            self.put("session", name, {**wish, **fixed})
            return self.session(name) or {}

    def session(self, name: str) -> Row | None:
        """Return a session with its payment."""
        said = self.get("session", name)
        if said and said["payment"]:
            said["payment"] = self.get("payment", said["payment"])
        return said

    def settle(self, name: str, outcome: str, now: float) -> Row | None:
        """Give an open session its outcome. One that has an outcome keeps it."""
        with self.lock:
            said = self.get("session", name)
            if not said or said["state"] != "open":
                return self.session(name)
            said["state"] = outcome
            if outcome == "paid":
                subscription = f"rsub_{secrets.token_urlsafe(9)}" if said["monthly"] else ""
                said["payment"] = self.pay(said, subscription, now)["id"]
                if subscription:
                    self.put("subscription", subscription, {"id": subscription, "session": name})
            self.put("session", name, said)
            return self.session(name)

    def pay(self, session: Row, subscription: str, now: float) -> Row:
        """Make a payment of the session's amount."""
        word = secrets.token_urlsafe(12)
        payment = {
            "id": f"rp_{word}",
            "movement": f"rm_{word}",
            "amount": session["amount"],
            "currency": session["currency"],
            "created": now,
            "session": session["id"],
            "subscription": subscription,
            "refunded": 0,
        }
        return self.put("payment", payment["id"], payment)

    def refund(self, wish: Row, key: str, now: float) -> Row | None:
        """Send back part of a payment, or return what ``key`` has sent back. None if there is not so much."""
        with self.lock:
            known = self.get("key", key)
            if known:
                return self.get("refund", known["refund"])
            payment = self.get("payment", wish["payment"])
            if not payment or not 0 < wish["amount"] <= payment["amount"] - payment["refunded"]:
                return None
            payment["refunded"] += wish["amount"]
            self.put("payment", payment["id"], payment)
            name = f"rr_{secrets.token_urlsafe(12)}"
            self.put("key", key, {"refund": name})
            said = {
                "id": name,
                "movement": name,
                "amount": wish["amount"],
                "currency": payment["currency"],
                "created": now,
            }
            return self.put("refund", name, said)
