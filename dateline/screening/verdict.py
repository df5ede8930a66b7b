"""What goes in and what comes out: a submission, its reasons, a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .learning.authors import Known
from .lists import Lists
from .view import Span

if TYPE_CHECKING:
    from .learning import Learned

LONGEST = 3_000  # characters looked at; what is longer is held, never half-read
HOLD_AT = 1.0  # the summed weight at which a comment waits for a person
FLAG_WEIGHT = 0.5  # of one reason: at this, what is published stands in the queue as well
HELD_SPAM, HELD_ABUSE = 5.0, 10.0  # clean comments of a thousand that a newsroom bears to see held, unless it says else

Kind = Literal["spam", "abuse", "policy", "fault"]
Outcome = Literal["publish", "hold"]


class Other(NamedTuple):
    """A published comment of somebody else, by its number."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One comment as its author sent it, and what the newsroom knows of the author.

    ``accepted`` counts the author's comments that stand, perhaps only the first few; ``earlier`` are texts of the same
    author or place, newest first; ``others`` are comments of others that may be alike; ``trap`` says that a field
    hidden from people was filled in; ``seconds`` passed since the form was opened, None where it does not say, and
    without end where no form was asked for; ``unproven`` says that the author's browser did not bring what it was asked
    for in a rush; ``hold_author`` that people decided to read whatever this author sends; ``lists`` are the newsroom's
    own words and domains, made ready. ``held_spam`` and ``held_abuse`` say how many clean comments of a thousand the
    models may hold; ``learned`` is the newsroom's own model; ``language`` is what the site is written in, for comments
    that are too short to tell.
    """

    text: str
    author_name: str = ""
    accepted: int = 0
    trusted: bool = False
    trap: bool = False
    seconds: float | None = inf
    unproven: bool = False
    hold_all: bool = False
    hold_author: bool = False
    hold_first: bool = True
    earlier: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    lists: Lists | None = None
    held_spam: float = HELD_SPAM
    held_abuse: float = HELD_ABUSE
    learned: Learned | None = None
    language: str = "en"

    @property
    def known(self) -> Known:
        """What it says of the author to the own model: by this it is judged, and this is kept to learn from."""
        return Known(self.accepted, self.seconds)

    def is_learned(self, kind: Kind) -> bool:
        """Return whether the newsroom's own model has taken over from the shipped one."""
        return self.learned is not None and kind in ("spam", "abuse") and self.learned.replaces(kind)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a phase spoke up. ``spans`` are offsets into the text as it was written, not as it was normalised.

    ``words`` is an English sentence that is in the catalogues, with slots such as ``%(number)s`` for its ``facts``.
    ``source`` is the number and the version of the newsroom's list that found it. ``alarm`` counts as weight where it
    is decided what to look at first, but holds nothing. ``model`` is what a model said, for moderators: numbers and
    places.
    """

    code: str
    words: str
    weight: float
    kind: Kind
    spans: tuple[Span, ...] = ()
    source: tuple[int, int] | None = None
    facts: dict[str, str | int] = field(default_factory=dict, hash=False)
    alarm: float = 0.0
    model: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def told(self) -> str:
        """The sentence in English, filled in."""
        return self.words % self.facts if self.facts else self.words

    def as_dict(self) -> dict[str, Any]:
        """For keeping in a JSON column."""
        return {
            "code": self.code,
            "words": self.told,
            "weight": self.weight,
            "kind": self.kind,
            "spans": [list(span) for span in self.spans],
            **({"says": self.words, "facts": self.facts} if self.facts else {}),
            **({"list": self.source[0], "list_version": self.source[1]} if self.source else {}),
            **({"alarm": self.alarm} if self.alarm else {}),
            **({"model": self.model} if self.model else {}),
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
    def is_flagged(self) -> bool:
        """Whether it is published and yet somebody should look at it."""
        return self.outcome == "publish" and any(reason.weight >= FLAG_WEIGHT for reason in self.reasons)

    @property
    def kind(self) -> Kind | None:
        """What the heaviest reason is about; None when there is no reason at all."""
        heaviest = max(self.reasons, key=lambda reason: reason.weight, default=None)
        return heaviest.kind if heaviest else None
