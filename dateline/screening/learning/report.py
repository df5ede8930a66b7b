"""What a newsroom is told of its own model: figures, and why it speaks or does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dateline.lib.later import gettext_noop as _

from .decisions import Kind
from .head import Choice

FEW = _(
    "Refused for it so far: %(found)s; let stand: %(clean)s. The newsroom's own model speaks once there are "
    "%(least)s decisions, and %(each)s of either, by enough different authors. Until then the model that Dateline "
    "comes with does."
)
CLOSE = _(
    "Of the last %(tried)s decisions the newsroom's own model would not have foretold more than the one that Dateline "
    "comes with, or not beyond doubt. So that one goes on to speak."
)
STACKED = _(
    "Of the last %(tried)s decisions it foretold more than the model that Dateline comes with. It reads what that one "
    "says, and what this newsroom decided, together."
)
SITE = _(
    "What this newsroom decided foretold the last %(tried)s decisions best, without the model that Dateline comes with."
)
SENTENCES = {"few": FEW, "close": CLOSE, "stacked": STACKED, "site": SITE}


@dataclass(frozen=True, slots=True)
class Report:
    """How it stands with one kind. ``losses`` are mean log-losses over the last ``tried`` decisions, each foretold from
    those before it; ``gain`` is by how much the shipped head is beaten, ``error`` the standard error of that.
    ``counted`` is what all decisions weigh together, once nobody counts too much."""

    kind: Kind
    choice: Choice
    why: str
    found: int
    clean: int
    counted: float
    tried: int
    losses: Mapping[str, float]
    gain: float
    error: float
    calibration_error: float
    least: int
    each: int

    @property
    def words(self) -> str:
        """Why it is so, an English sentence that is in the catalogues, with slots for ``facts``."""
        return SENTENCES[self.why]

    @property
    def facts(self) -> dict[str, int]:
        """What fills the slots."""
        return {name: getattr(self, name) for name in ("found", "clean", "tried", "least", "each")}

    @property
    def told(self) -> str:
        """The sentence in English, filled in."""
        return self.words % self.facts

    def as_dict(self) -> dict[str, Any]:
        """For keeping."""
        return asdict(self)
