"""What the shipped model says: one reading of the words, a head for spam, one for abuse, and one for hate.

The hate head holds nothing: it only moves a comment up in the queue of what waits for another reason, or is looked at.
A language without a head is not judged, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.lib.later import gettext_noop as _

from ..judgement import OFTEN, reason_of, said
from ..model.explain import explain
from ..model.heads import Head, heads
from ..model.language import hints_at
from ..model.passages import passages_in
from ..model.reading import Reading, read, reading_of
from ..verdict import Kind, Reason, Submission
from ..view import View, view_of

ENOUGH = 5  # words; of fewer a single one decides, and of an insult alone that is too little
HINTS = 2  # words of another language, below which no sentence is in it
HATE = 20.0  # of a thousand clean comments that the hate head moves up
SPAM = _("The model takes it for advertising or fraud.")
ABUSE = _("The model takes it for an insult or an attack.")
PERHAPS_SPAM = _("The model thinks that it may be advertising or fraud.")
PERHAPS_ABUSE = _("The model thinks that it may be an insult or an attack.")
HATEFUL = _("The model thinks that it may be contempt for a group of people.")
ABSTAINED = _("The model does not read this language (%(language)s) and said nothing.")
SPAM_KIND: Kind = "spam"
ABUSE_KIND: Kind = "abuse"
WORDS: dict[Kind, tuple[str, str]] = {"spam": (SPAM, PERHAPS_SPAM), "abuse": (ABUSE, PERHAPS_ABUSE)}


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Yield a reason for each head that speaks up."""
    if submission.trusted:
        return
    reading = read(view)
    language = reading.language or submission.language
    shipped = heads()
    abuse = shipped.get(f"abuse-{language}")
    if not abuse:
        yield from _in_passages(submission, view, language)
        return
    if submission.held_spam and not submission.is_learned("spam"):
        yield from judged(shipped["spam"], "spam", submission.held_spam, reading)
    if submission.held_abuse and not submission.is_learned("abuse"):
        yield from judged(abuse, "abuse", submission.held_abuse, reading)
        yield from _in_other_languages(submission, view, language)
    hate = shipped.get(f"hate-{language}")
    if hate and (logit := hate.logit(reading)) >= hate.threshold(HATE):
        said_of_it = said(hate, logit, explain(hate, reading))
        yield Reason("hate", HATEFUL, 0.0, "abuse", alarm=1.0, model=said_of_it)


def _in_other_languages(submission: Submission, view: View, language: str) -> Iterator[Reason]:
    """Judge sentences in another language that a head reads: one polite sentence in front hides no insult."""
    shipped = heads()
    for other in {head.language for head in shipped.values()} - {"", language}:
        if hints_at(view, other, besides=language) < HINTS:
            continue
        _known, passages = passages_in(view.original, {other})
        if passages:
            reading = reading_of(view_of(" ".join(view.original[start:end] for start, end in passages)))
            for reason in judged(shipped[f"abuse-{other}"], ABUSE_KIND, submission.held_abuse, reading):
                yield replace(reason, spans=tuple(passages), model={**reason.model, "words": []})


def _in_passages(submission: Submission, view: View, language: str) -> Iterator[Reason]:
    """Judge what is in a language that a head reads in a comment that is mostly in another; say so where nothing is."""
    shipped = heads()
    known, passages = passages_in(view.original, {head.language for head in shipped.values()})
    if not passages:
        if not (submission.is_learned("spam") or submission.is_learned("abuse")):
            yield Reason("abstained", ABSTAINED, 0.0, "policy", facts={"language": language})
        return
    reading = read(view_of(" ".join(view.original[start:end] for start, end in passages)))
    for head, kind, bearable in (
        (shipped["spam"], SPAM_KIND, submission.held_spam),
        (shipped[f"abuse-{known}"], ABUSE_KIND, submission.held_abuse),
    ):
        for reason in judged(head, kind, bearable, reading):
            yield replace(reason, spans=tuple(passages), model={**reason.model, "words": []})


def judged(head: Head, kind: Kind, per_thousand: float, reading: Reading) -> Iterator[Reason]:
    """Yield what ``head`` says where ``per_thousand`` clean comments of a thousand may be held, if any may."""
    logit = head.logit(reading)
    if not per_thousand or logit < head.threshold(per_thousand * OFTEN):
        return
    holds = logit >= head.threshold(per_thousand) and is_enough(kind, reading)
    sure, unsure = WORDS[kind]
    explanation = explain(head, reading)
    yield reason_of(head, logit, explanation, code=f"model-{kind}", kind=kind, sure=sure, unsure=unsure, holds=holds)


def is_enough(kind: Kind, reading: Reading) -> bool:
    """Return whether there are words enough to hold a comment on the word of a model alone."""
    return kind != "abuse" or sum(text.isalpha() for text in reading.texts) >= ENOUGH
