"""A judged comment for people on a terminal, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import fsum
from typing import Any

from ..model.explain import Explanation, explain
from ..model.traits import SAID
from ..verdict import HOLD_AT, Reason
from ..view import Span
from .opinions import Judged, Opinion, model_version

SHOWN = 5  # words and signals of a head
BOLD, PLAIN = "\033[1;4m", "\033[0m"
# What a terminal would obey or hide is shown as what it is.
VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\n\t"},
    **{code: f"<{code:04X}>" for code in (*range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF)},
    **{code: f"<{code:04X}>" for code in (*range(0x2060, 0x2070), *range(0xD800, 0xE000))},
}


def as_data(comment: Judged) -> dict[str, Any]:
    """Return it for a line of JSON."""
    verdict = comment.verdict
    return {
        "outcome": verdict.outcome,
        "kind": verdict.kind,
        "weight": round(verdict.weight, 3),
        "flagged": verdict.is_flagged,
        "language": comment.reading.language or None,
        "reasons": [reason.as_dict() for reason in verdict.reasons],
        "heads": {kind: _head(opinion) for kind, opinion in comment.opinions.items()},
        "version": verdict.version,
        "model": model_version(),
    }


def _head(opinion: Opinion) -> dict[str, Any]:
    return {
        "head": opinion.head.name,
        "logit": round(opinion.logit, 3),
        "probability": round(opinion.probability, 4),
        "holds": opinion.holds,
        "sure": opinion.is_sure,
        "flags": opinion.flags,
        "holds_at": round(opinion.holds_at, 3),
        "doubts_at": round(opinion.flags_at, 3),
    }


def why(comment: Judged) -> dict[str, Any]:
    """Return by kind what moved each head most, for programs."""
    return {kind: _why(opinion, explain(opinion.head, comment.reading)) for kind, opinion in comment.opinions.items()}


def _why(opinion: Opinion, explanation: Explanation) -> dict[str, Any]:
    parts = [
        {
            "word": part.word,
            "span": list(part.span),
            "adds": round(part.adds, 3),
            "without": round(explanation.without(part), 3),
        }
        for part in explanation.places[:SHOWN]
    ]
    signals = {name: round(adds, 3) for name, adds in explanation.signals.items()}
    bias = round(explanation.bias, 3)
    # Of the rounded parts, so that those that are read add up to the log-odds that are read.
    told = fsum([bias, *signals.values(), *(round(part.adds, 3) for part in explanation.places[:SHOWN])])
    other = round(round(opinion.logit, 3) - told, 3)
    return {"bias": bias, "words": parts, "signals": signals, "other": other}


def as_text(comment: Judged, text: str, *, colour: bool) -> Iterator[str]:
    """Yield it line by line."""
    verdict = comment.verdict
    outcome = "held for a moderator" if verdict.outcome == "hold" else "published"
    flagged = ", and shown to moderators as doubtful" if verdict.is_flagged else ""
    yield f"{outcome.capitalize()}{flagged}: its reasons weigh {verdict.weight:.2f}, and {HOLD_AT:.2f} hold a comment."
    yield ""
    yield from (f"    {line}" for line in marked(text, spans_of(verdict.reasons), colour=colour).split("\n"))
    yield ""
    yield f"{'Weight':>8}  Reason" if verdict.reasons else "No check has anything to say."
    for reason in verdict.reasons:
        yield f"{reason.weight:>8.2f}  {reason.told} ({reason.code}, {reason.kind})"
    yield ""
    language = comment.reading.language or "too short to tell"
    yield f"Language: {language}. Policy {verdict.version}, model {model_version()}."
    if comment.abstained:
        yield "The model does not read this language and says nothing."
        return
    yield ""
    yield "Log-odds add up, and are compared with those at which a head holds or doubts. A probability is made of them."
    yield "Numbers are rounded: the parts may differ from their sum in the last digit."
    yield f"{'Head':12}{'log-odds':>9}{'probability':>13}{'holds at':>10}{'doubts at':>11}"
    for opinion in comment.opinions.values():
        yield from _told(opinion, explain(opinion.head, comment.reading), text)
    if hate := comment.opinions.get("hate"):
        yield f"The hate head neither holds nor doubts. From log-odds of {hate.holds_at:.2f} on a comment moves up"
        yield "in the queue: where it waits or is looked at for another reason, its turn comes sooner."


def _told(opinion: Opinion, explanation: Explanation, text: str) -> Iterator[str]:
    ends = f"{'—':>10}{'—':>11}" if opinion.kind == "hate" else f"{opinion.holds_at:>10.2f}{opinion.flags_at:>11.2f}"
    yield f"{opinion.head.name:12}{opinion.logit:>9.2f}{opinion.probability:>13.3f}{ends}  {_does(opinion)}".rstrip()
    for part in explanation.places[:SHOWN]:
        without = explanation.without(part)
        word = visible(text[slice(*part.span)]).replace("\n", " ")
        yield f"    {part.adds:+.2f}  “{word}” (without it {without:.2f}{_change(opinion, without)})"
    for name, adds in sorted(explanation.signals.items(), key=lambda each: -abs(each[1])):
        yield f"    {adds:+.2f}  {SAID[name]}"
    rest = opinion.logit - sum(part.adds for part in explanation.places[:SHOWN]) - sum(explanation.signals.values())
    yield f"    {rest:+.2f}  all other words, and what all comments share"


def _does(opinion: Opinion) -> str:
    """What comes of what a head says."""
    if opinion.holds:
        return "holds"
    if opinion.kind == "hate":
        return "moves up in the queue" if opinion.is_sure else ""
    if opinion.is_sure:
        return "doubts: too few words to hold"
    return "doubts" if opinion.flags else ""


def _change(opinion: Opinion, without: float) -> str:
    """Whether a comment would no longer wait, or only then, if a word added nothing."""
    if not opinion.may_hold or (without >= opinion.holds_at) == opinion.is_sure:
        return ""
    return ", and then it would not hold" if opinion.is_sure else ", and then it would hold"


def spans_of(reasons: Iterable[Reason]) -> list[Span]:
    """Return the places of all reasons, overlapping ones as one."""
    merged: list[Span] = []
    for start, end in sorted(span for reason in reasons for span in reason.spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, spans: Iterable[Span], *, colour: bool) -> str:
    """Return ``text`` with these places marked, by a terminal's means or with brackets."""
    before, after = (BOLD, PLAIN) if colour else ("[", "]")
    pieces, done = [], 0
    for start, end in spans:
        pieces += [visible(text[done:start]), before, visible(text[start:end]), after]
        done = end
    return "".join([*pieces, visible(text[done:])])


def visible(text: str) -> str:
    """Return ``text`` with what a terminal would obey or hide shown."""
    return text.translate(VISIBLE)
