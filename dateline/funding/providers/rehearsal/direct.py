"""The rehearsal provider without HTTP between, for who asks it a hundred thousand times. What is said is encoded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from dateline.funding.providers.interface import ProviderDown, ProviderRefused

from .api import Api
from .client import Rehearsal
from .encoding import decoded, encoded
from .things import Row
from .till import Till


class Direct:
    """A wire that ends in this very process; ``is_cut`` says that nobody answers."""

    def __init__(self, till: Till) -> None:
        self.told: list[Row] = []
        self.api, self.is_cut = Api(till, self.told.extend), False

    def ask(
        self, verb: Literal["get", "post", "delete"], path: str, said: Mapping[str, Any] | None = None, key: str = ""
    ) -> Mapping[str, Any]:
        """Return the answer, as if it had come over HTTP."""
        if self.is_cut:
            raise ProviderDown("The line is cut.")
        names = path.removeprefix("/v1/").split("/")
        status, body = self.api.answer(verb.upper(), names, decoded(encoded(dict(said or {}))), key, "http://till")
        if status >= 400:
            raise ProviderRefused(str(body))
        return dict(json.loads(json.dumps(body)))


class Clock:
    """What time it is at the provider and here."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now.timestamp()


class InProcess(Rehearsal):
    """The adapter of the rehearsal provider on that wire."""

    def __init__(self, clock: Clock) -> None:
        self.till = Till(None, clock)
        self.wire: Direct = Direct(self.till)  # type: ignore[assignment]
