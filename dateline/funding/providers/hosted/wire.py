"""How an adapter's questions travel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

Said = Mapping[str, Any]


class Wire(Protocol):
    """Asks the provider's API. One of them is Stripe's own library, the other plain HTTP to this very machine."""

    def ask(self, verb: Literal["get", "post", "delete"], path: str, said: Said | None = None, key: str = "") -> Said:
        """Return the answer as plain values; ``key`` makes asking twice the same as once.

        Raises ProviderDown or ProviderRefused.
        """
