"""What a file does not tell for sure is asked, with everything it may be; never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..sentence import Sentence
from .statement import Statement

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Candidate:
    """One possible answer, and how something of the file reads if it is the one (``03/04/2026`` is 3 April 2026).

    ``words`` are what it is called, where its value is not for people.
    """

    value: str
    reads: str = ""
    words: Sentence | None = None


@dataclass(frozen=True)
class Question:
    """``about`` is the name under which the answer is given back; ``words`` ask the treasurer."""

    about: str
    words: Sentence
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Reading:
    """A file's statements; or none, and the questions that stand before them."""

    statements: tuple[Statement, ...]
    questions: tuple[Question, ...] = ()


class Unsettled(Exception):
    """What is asked before reading can go on. With answers it may be tried again."""

    def __init__(self, *questions: Question) -> None:
        self.questions = questions
        super().__init__("; ".join(str(question.words) for question in questions))


def settled(question: Question, answers: Answers) -> str:
    """Return the only candidate, or the one that was answered. Raises Unsettled, also where the answer is none."""
    values = [candidate.value for candidate in question.candidates]
    given = answers.get(question.about)
    if len(values) == 1:
        return values[0]
    if given in values:
        return str(given)
    raise Unsettled(question)
