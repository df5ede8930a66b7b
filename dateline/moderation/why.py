"""What a model said about a comment, as a moderator reads it: how sure it is, and what each word added to that."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as translated  # of names that are marked in screening
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment, Verdict
from dateline.discussion.reasons import in_our_words
from dateline.screening import HOLD_AT, view_of
from dateline.screening.learning import authors
from dateline.screening.model import traits
from dateline.screening.model.reading import read
from dateline.screening.phases.heads import is_enough

from .addresses import address
from .highlight import Piece, pieces_of

NAMES = traits.SAID | authors.SAID
SIGNALS = 5  # of a comment that are told
LETTERS = 200  # in more there are hardly ever too few words, so that they need not be counted
SLOT = "\ufffc"  # stands in a sentence where the number of a comment goes
FAINT = 0.5  # of the heaviest word: what adds less is marked less
SURE = (
    (0.9, _("almost certainly")),
    (0.7, _("very likely")),
    (0.5, _("rather likely")),
    (0.2, _("possibly")),
    (0.0, _("not likely, but more than for most comments")),
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word, or something that a comment shows, with what it adds and what the model would say without it.

    ``adds`` is in log-odds of the probability that is told; ``without`` is empty where an old verdict does not say.
    """

    words: str
    adds: str
    without: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one head said. ``percent`` is the probability, in words ``sure``."""

    sure: str
    percent: str
    words: list[Weighed]
    signals: list[Weighed]
    head: str
    version: str

    @property
    def tells_without(self) -> bool:
        """Whether it is known what the model would say without each."""
        return any(each.without for each in (*self.words, *self.signals))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A reason in words. Where it names another comment, ``before`` ends and ``after`` begins at its number."""

    before: str
    other: int | None = None
    after: str = ""

    @property
    def address(self) -> str:
        """The other comment's page on the desk; empty where none is named."""
        return address("comment", self.other) if self.other else ""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason of screening, with the judgement of the model that gave it, where one did.

    ``is_short`` says that the model may hold nothing so short, however sure it is.
    """

    reason: dict[str, Any]
    sentence: Sentence
    judgement: Judgement | None
    is_short: bool = False


def whys_of(comment: Comment, verdict: Verdict | None) -> list[Why]:
    """Return why screening doubts ``comment``, in its order."""
    if verdict is None:
        return []
    text = comment.text if verdict.is_about(comment) else ""
    return [_why(reason, text) for reason in verdict.reasons]


def _why(reason: dict[str, Any], text: str) -> Why:
    said = reason.get("model")
    judgement = _judgement(said, text) if said else None
    return Why(reason, sentence_of(reason), judgement, is_short=bool(said) and _is_short(reason, text))


def sentence_of(reason: dict[str, Any]) -> Sentence:
    """Return a reason in the language of the page, cut where the number of another comment stands in it."""
    facts = reason.get("facts", {})
    other = facts.get("comment")
    if not isinstance(other, int):
        return Sentence(in_our_words(reason))
    before, _slot, after = in_our_words({**reason, "facts": {**facts, "comment": SLOT}}).partition(SLOT)
    return Sentence(before, other, after)


def _is_short(reason: dict[str, Any], text: str) -> bool:
    """Whether a model only doubts ``text`` as an insult, and could not have held it: there are too few words."""
    if reason["kind"] != "abuse" or not 0.0 < reason["weight"] < HOLD_AT or not 0 < len(text) <= LETTERS:
        return False
    return not is_enough("abuse", read(view_of(text)))


def pieces_about(comment: Comment, verdict: Verdict | None) -> list[Piece]:
    """Return the words of ``comment`` with what screening doubts marked: faintly, where a model says it adds little.

    Where a moderator has changed the words since, nobody knows the places any more.
    """
    if verdict is None or not verdict.is_about(comment):
        return pieces_of(comment.text, [])
    plain = {tuple(span) for reason in verdict.reasons if not reason.get("model") for span in reason.get("spans", ())}
    faint = {span for reason in verdict.reasons if reason.get("model") for span in _faint(reason)}
    return pieces_of(comment.text, verdict.spans, faint - plain)


def _faint(reason: dict[str, Any]) -> set[tuple[int, int]]:
    adds = {(start, end): each["adds"] for each in reason["model"].get("words", ()) for start, end in [each["span"]]}
    least = FAINT * max(adds.values(), default=0.0)
    return {(start, end) for start, end in reason["spans"] if adds.get((start, end), 0.0) < least}


def _judgement(said: dict[str, Any], text: str) -> Judgement:
    words = [_weighed(said, text[slice(*each["span"])], each["adds"]) for each in said.get("words", ()) if text]
    shown = sorted(said.get("signals", {}).items(), key=lambda each: -abs(each[1]))[:SIGNALS]
    return Judgement(
        sure=str(next(words for least, words in SURE if said["probability"] >= least)),
        percent=_percent(said["probability"]),
        words=words,
        signals=[_weighed(said, translated(NAMES[name]), adds) for name, adds in shown if name in NAMES],
        head=said["head"],
        version=said["version"],
    )


def _weighed(said: dict[str, Any], words: str, adds: float) -> Weighed:
    """One part of a logit, on the scale of the probability, so that what is said of a step holds for any head.

    Old verdicts do not keep how a probability is made of a logit.
    """
    if "slope" not in said:
        return Weighed(words, _adds(adds))
    without = said["slope"] * (said["logit"] - adds) + said["offset"]
    return Weighed(words, _adds(said["slope"] * adds), _percent(1 / (1 + exp(-without))))


def _percent(probability: float) -> str:
    """Such as “93 %”; no model is sure."""
    return f"{number_format(min(max(round(100 * probability), 1), 99))} %"


def _adds(adds: float) -> str:
    return f"{'+' if adds > 0 else '−'}{number_format(round(abs(adds), 1), 1)}"
