"""What the screening and each head by itself say of one comment."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter, thread_time

from ..judgement import OFTEN
from ..model.heads import Head, heads
from ..model.reading import Reading, read
from ..phases.heads import HATE, is_enough
from ..screen import screen
from ..verdict import HELD_ABUSE, HELD_SPAM, LONGEST, Submission, Verdict
from ..view import view_of

HELD = {"abuse": HELD_ABUSE, "spam": HELD_SPAM, "hate": HATE}  # by kind of head: of a thousand clean comments
KNOWN = 5  # accepted comments of an author whose words alone are to count


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one head says. ``may_hold`` is whether it could hold this comment at all: the hate head only moves what it
    is sure of up in the queue, and a comment of fewer than five words is held by no abuse head alone.
    """

    kind: str
    head: Head
    logit: float
    holds_at: float
    flags_at: float
    may_hold: bool

    @property
    def probability(self) -> float:
        """The calibrated probability."""
        return self.head.probability(self.logit)

    @property
    def is_sure(self) -> bool:
        """Whether it is as sure as a newsroom asks for, unless it says else."""
        return self.logit >= self.holds_at

    @property
    def holds(self) -> bool:
        """Whether the comment waits on its word alone."""
        return self.may_hold and self.is_sure

    @property
    def flags(self) -> bool:
        """Whether it says at least that somebody should look."""
        return self.logit >= self.flags_at


@dataclass(frozen=True, slots=True)
class Judged:
    """A comment's verdict, what the heads say by kind (nothing where they do not read its language), and its cost.

    ``seconds`` are those of the verdict, ``work`` is the processor's part, which a busy machine does not stretch.
    """

    verdict: Verdict
    reading: Reading
    opinions: dict[str, Opinion]
    seconds: float
    work: float
    heads_work: float

    @property
    def abstained(self) -> bool:
        """Whether the heads do not read the language."""
        return not self.opinions


def submission(text: str, *, known: int = KNOWN, name: str = "", language: str = "en") -> Submission:
    """Return ``text`` as sent by an author who has ``known`` accepted comments, on a site in ``language``."""
    return Submission(text=text, author_name=name, accepted=known, hold_first=known == 0, language=language)


def judged(sent: Submission) -> Judged:
    """Return what is said of a submission."""
    start, worked = perf_counter(), thread_time()
    verdict = screen(sent)
    seconds, between = perf_counter() - start, thread_time()
    reading = read(view_of(sent.text[:LONGEST]))
    opinions = opinions_of(reading, sent.language)
    return Judged(verdict, reading, opinions, seconds, between - worked, thread_time() - between)


def opinions_of(reading: Reading, home: str = "en") -> dict[str, Opinion]:
    """Return what each head says by kind; ``home`` is the language of what is too short to tell."""
    language = reading.language or home
    shipped = heads()
    if f"abuse-{language}" not in shipped:
        return {}
    found = {kind: shipped.get(f"{kind}-{language}") or shipped.get(kind) for kind in HELD}
    return {kind: _opinion(kind, head, reading) for kind, head in found.items() if head}


def _opinion(kind: str, head: Head, reading: Reading) -> Opinion:
    return Opinion(
        kind=kind,
        head=head,
        logit=head.logit(reading),
        holds_at=head.threshold(HELD[kind]),
        flags_at=head.threshold(HELD[kind] * OFTEN),
        may_hold=kind == "spam" or (kind == "abuse" and is_enough("abuse", reading)),
    )


def model_version() -> str:
    """The version of the shipped heads."""
    return next(iter(heads().values())).version
