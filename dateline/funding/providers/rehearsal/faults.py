"""What may go wrong between a provider and us, chosen on the control panel or by a test."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from .things import Things


@dataclass(frozen=True)
class Faults:
    """How notices are delivered, and whether the provider answers at all.

    ``delay`` and ``skew`` are seconds: how much later a notice is sent, and how far the provider's clock is ahead.
    """

    twice: bool = False
    reordered: bool = False
    dropped: bool = False
    forged: bool = False
    live: bool = False
    down: bool = False
    delay: int = 0
    skew: int = 0

    @classmethod
    def of(cls, said: dict[str, Any]) -> Faults:
        """Read a form: a box that is ticked is there. Numbers that are none are nought."""
        told: dict[str, Any] = {
            each.name: _seconds(said.get(each.name)) if each.type == "int" else bool(said.get(each.name))
            for each in fields(cls)
        }
        return cls(**told)


def _seconds(said: Any) -> int:
    text = str(said or "0")
    return max(-(10**9), min(int(text), 10**9)) if text.lstrip("-").isdecimal() and text.isascii() else 0


def kept(things: Things) -> Faults:
    """Return what is chosen."""
    return Faults(**(things.get("setting", "faults") or {"said": {}})["said"])


def keep(things: Things, faults: Faults) -> None:
    """Choose."""
    things.put("setting", {"id": "faults", "said": asdict(faults)})
