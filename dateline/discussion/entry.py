"""What one writer wants to say, where, and what screening may know of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from dateline.screening import Lists, Other, Submission

from .authors import Known, Recent
from .grounds import Where
from .learned import own_model
from .models import Restraint
from .terms import Terms
from .writer import Writer


@dataclass(frozen=True, slots=True)
class Entry:
    """What one writer wants to say: below a page, in answer to a comment, or in a thread below somebody else's page.

    ``seconds`` is as screening has it; ``proven`` says that the browser has worked out what it was asked (``proof``).
    """

    writer: Writer
    text: str
    page_id: int | None = None
    parent_id: int | None = None
    trap: bool = False
    thread_id: int | None = None
    seconds: float | None = inf
    proven: bool = False

    @property
    def where(self) -> Where:
        """The place that is meant."""
        return Where(self.page_id, self.parent_id, self.thread_id)


def submission_of(
    entry: Entry, terms: Terms, known: Known, lists: Lists, *, others: tuple[Other, ...] = (), unproven: bool = False
) -> Submission:
    """Gather what screening may know."""
    return Submission(
        text=entry.text,
        author_name=entry.writer.name,
        accepted=known.accepted,
        trusted=entry.writer.by_staff,
        trap=entry.trap,
        seconds=entry.seconds,
        unproven=unproven,
        hold_all=terms.holds_all,
        hold_author=is_shadowed(known),
        hold_first=terms.holds_first,
        earlier=known.earlier,
        others=others,
        lists=lists,
        held_spam=terms.held_spam,
        held_abuse=terms.held_abuse,
        learned=own_model() if terms.own_model else None,
        language=terms.language,
    )


def is_shadowed(author: Known | Recent) -> bool:
    """Return whether whatever this author sends is held."""
    return Restraint.SHADOWED in author.restraints
