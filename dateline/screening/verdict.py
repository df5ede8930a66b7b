"""What goes in and what comes out: a submission, its reasons, a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

LONGEST = 3_000  # characters looked at; what is longer is held, never half-read
HOLD_AT = 1.0  # the summed weight at which a comment waits for a person

Span = tuple[int, int]
Kind = Literal["spam", "abuse", "policy", "fault"]
Outcome = Literal["publish", "hold"]


@dataclass(frozen=True, slots=True)
class Submission:
    """One comment as its author sent it, and what the newsroom knows of the author.

    ``accepted`` counts the author's comments that people let stand; ``earlier`` are texts of the same author or place,
    newest first; ``trap`` says that a field hidden from people was filled in; ``hold_author`` that people decided to
    read whatever this author sends.
    """

    text: str
    author_name: str = ""
    accepted: int = 0
    trusted: bool = False
    trap: bool = False
    hold_all: bool = False
    hold_author: bool = False
    hold_first: bool = True
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a phase spoke up. ``spans`` are offsets into the text as it was written, not as it was normalised."""

    code: str
    words: str
    weight: float
    kind: Kind
    spans: tuple[Span, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For keeping in a JSON column."""
        return {
            "code": self.code,
            "words": self.words,
            "weight": self.weight,
            "kind": self.kind,
            "spans": [list(span) for span in self.spans],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """Publish or hold. A machine never rejects: that is for people."""

    reasons: tuple[Reason, ...] = field(default=())
    version: str = ""

    @property
    def weight(self) -> float:
        """The summed weight of all reasons."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def outcome(self) -> Outcome:
        """``hold`` once the reasons weigh enough."""
        return "hold" if self.weight >= HOLD_AT else "publish"

    @property
    def kind(self) -> Kind | None:
        """What the heaviest reason is about; None when there is no reason at all."""
        heaviest = max(self.reasons, key=lambda reason: reason.weight, default=None)
        return heaviest.kind if heaviest else None
