"""Whose gift a line of a statement may be. Everything here is a proposal with its reasons; a person books, or not."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from dateline.lib.money import Money

from .reference import parse_references
from .sentence import Sentence, bank_says
from .statements.statement import Line

REMEMBERED = timedelta(days=60)  # how long after a promise the same name and amount are no coincidence


class Kind(StrEnum):
    """How sure a proposal is, and of what."""

    SURE = "sure"  # a promise's reference, and its amount
    WHO = "who"  # a promise's reference, and another amount
    SEVERAL = "several"  # references of several promises: none is preferred
    GUESS = "guess"  # a reference with a typo, a known account, or name and amount
    NONE = "none"  # nothing points anywhere
    OUTGOING = "outgoing"  # money that went out
    RETURNED = "returned"  # marked by the bank as a return, reversal or recall


class Clue(StrEnum):
    """What points at a promise, the strongest first: the order of guesses."""

    REFERENCE = "reference"
    NEAR_REFERENCE = "near reference"
    IBAN = "iban"
    NAME_AND_AMOUNT = "name and amount"


@dataclass(frozen=True)
class Promise:
    """A gift that was announced. ``reference`` has no blanks; ``iban`` is that of an earlier gift by the same giver."""

    reference: str
    money: Money
    created_on: date
    name: str = ""
    iban: str = ""


@dataclass(frozen=True)
class Candidate:
    """A promise that a line may keep, with what points at it and the same in words."""

    promise: Promise
    clues: tuple[Clue, ...]
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True)
class Proposal:
    """What a line may be. Guesses stand in the order of their clues; among equals the order means nothing."""

    kind: Kind
    candidates: tuple[Candidate, ...]
    reasons: tuple[Sentence, ...]

    @property
    def promise(self) -> Promise | None:
        """The promise, where there is exactly one to propose; None where somebody has to choose."""
        return self.candidates[0].promise if len(self.candidates) == 1 else None


@dataclass
class Promises:
    """Open promises, found by what a line may have of them."""

    by_reference: dict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    by_iban: dict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[tuple[str, Money], list[Promise]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, promises: Iterable[Promise]) -> Promises:
        """Sort promises once for many lines."""
        sorted_in = cls()
        for promise in promises:
            sorted_in.by_reference[promise.reference].append(promise)
            if promise.iban:
                sorted_in.by_iban[promise.iban].append(promise)
            if known_name(promise.name):
                sorted_in.by_name[known_name(promise.name), promise.money].append(promise)
        return sorted_in


def propose(line: Line, promises: Iterable[Promise] | Promises) -> Proposal:
    """Return what a line may be. For many lines, sort the promises once: ``Promises.of(promises)``.

    Of a line that went out, or came back, only promises whose reference stands in it are told: they may be the gift
    that was given back.
    """
    known = promises if isinstance(promises, Promises) else Promises.of(promises)
    read = parse_references(f"{line.end_to_end}\n{line.remittance}")
    exact = [promise for reference in read.found for promise in known.by_reference.get(reference, [])]
    named = tuple(_named(promise, line) for promise in exact)
    if line.returned:
        return Proposal(Kind.RETURNED, named, (bank_says("The bank marks this as a return, a reversal or a recall."),))
    if line.money.amount <= 0:
        return Proposal(Kind.OUTGOING, named, (bank_says("This money went out, or none moved."),))
    if len(exact) > 1:
        return Proposal(Kind.SEVERAL, named, (bank_says("It names %(count)s promises.", count=len(exact)),))
    if exact:
        kind = Kind.SURE if exact[0].money == line.money else Kind.WHO
        return Proposal(kind, named, named[0].reasons)
    return _guessed(line, known, read.guesses)


def known_name(name: str) -> str:
    """Return a name's words in one order, without case, accents and marks: banks write the family name first."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(sorted(re.findall(r"\w+", bare)))


def _named(promise: Promise, line: Line) -> Candidate:
    """Return the promise whose reference the line names, and say so where the amount is another."""
    reasons = [bank_says("It names the reference %(reference)s.", reference=promise.reference)]
    if abs(line.money.amount) != promise.money.amount or line.money.currency != promise.money.currency:
        differs = bank_says(
            "It is sure whose it is, not how much was meant: %(promised)s were promised, %(told)s are here.",
            promised=promise.money,
            told=line.money,
        )
        reasons.append(differs)
    return Candidate(promise, (Clue.REFERENCE,), tuple(reasons))


def _guessed(line: Line, known: Promises, near: Sequence[str]) -> Proposal:
    """Gather what else points at promises; one that several clues point at comes once, with all of them."""
    clues: dict[int, tuple[Promise, list[tuple[Clue, Sentence]]]] = {}
    for clue, promise, reason in _clues(line, known, near):
        clues.setdefault(id(promise), (promise, []))[1].append((clue, reason))
    candidates = [
        Candidate(promise, tuple(clue for clue, _reason in found), tuple(reason for _clue, reason in found))
        for promise, found in clues.values()
    ]
    order = list(Clue)
    candidates.sort(key=lambda candidate: (order.index(candidate.clues[0]), -len(candidate.clues)))
    if not candidates:
        return Proposal(
            Kind.NONE, (), (bank_says("No reference, no known account, and no promise of this name and amount."),)
        )
    if len(candidates) > 1:
        reasons = (bank_says("%(count)s promises are possible, and none is sure.", count=len(candidates)),)
        return Proposal(Kind.GUESS, tuple(candidates), reasons)
    return Proposal(Kind.GUESS, tuple(candidates), candidates[0].reasons)


def _clues(line: Line, known: Promises, near: Sequence[str]) -> Iterable[tuple[Clue, Promise, Sentence]]:
    """Yield each clue with the promise it points at, strong ones first."""
    for reference in near:
        for promise in known.by_reference.get(reference, []):
            reason = bank_says(
                "Something in it is one character from the reference %(reference)s.", reference=reference
            )
            yield Clue.NEAR_REFERENCE, promise, reason
    for promise in known.by_iban.get(line.iban, []) if line.iban else []:
        yield Clue.IBAN, promise, bank_says("An earlier gift of this giver came from the same account.")
    for promise in known.by_name.get((known_name(line.name), line.money), []):
        waited = line.booked_on - promise.created_on
        if timedelta(0) <= waited <= REMEMBERED:
            reason = bank_says("The same name promised the same amount on %(day)s.", day=promise.created_on)
            yield Clue.NAME_AND_AMOUNT, promise, reason
