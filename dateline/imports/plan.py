"""What an import is going to do, said before it does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dateline.discussion.authors import Known
from dateline.discussion.entry import Entry, submission_of
from dateline.discussion.models import Mode, Status
from dateline.discussion.paths import DEEPEST
from dateline.discussion.terms import Terms
from dateline.discussion.writer import Writer
from dateline.screening import Lists, Submission, Verdict, screen
from dateline.screening.verdict import HOLD_AT

from .days import latest, named_days
from .record import Comment, Post, Record
from .rows import Action, Row, article_rows, doubt_rows, drive_address, drive_words, figure_rows, lost_rows

HOUSE = Terms()  # where nothing is set
REPEATED = 20  # comments of one author among which a new one may be said again
POST = "post"
METER = "meter"


@dataclass(frozen=True, slots=True)
class PlannedComment:
    """A comment with its screening. ``parent`` is the line of the comment that it answers; 0 for a root."""

    comment: Comment
    parent: int
    depth: int
    verdict: Verdict
    status: Status

    @property
    def key(self) -> str:
        """Its name in its source."""
        return f"comment:{self.comment.line}"

    @property
    def has_words(self) -> bool:
        """Return whether there is anything to record; a dump may break off right after a name."""
        return bool(self.comment.text or self.comment.replies)


@dataclass(slots=True)
class Plan:
    """All that will happen.

    ``known`` are the keys that an earlier run has made; ``drive`` says what keeps the drive of the meter's month
    from being made, and is empty when nothing does.
    """

    record: Record
    published: date | None
    known: frozenset[str]
    drive: str
    comments: list[PlannedComment]
    rows: list[Row] = field(default_factory=list)

    def is_new(self, key: str) -> bool:
        """Return whether ``key`` has not been made yet."""
        return key not in self.known

    @property
    def makes_drive(self) -> bool:
        """Return whether the meter becomes a drive."""
        meter = self.record.meter
        return meter is not None and any(meter.ticks) and not self.drive and self.is_new(METER)

    def comments_to_make(self) -> list[PlannedComment]:
        """Return the comments that will be recorded, each after the one it answers."""
        return [planned for planned in self.comments if planned.has_words and self.is_new(planned.key)]

    def count(self, action: Action) -> int:
        """Return how many rows have ``action``."""
        return sum(row.action is action for row in self.rows)


def make_plan(
    record: Record,
    *,
    published: date | None,
    known: frozenset[str] = frozenset(),
    drive: str = "",
    terms: Terms = HOUSE,
) -> Plan:
    """Return what importing ``record`` would do where these are the terms. Reads and writes no database."""
    plan = Plan(record, published, known, drive, list(planned_comments(record.post, terms)))
    plan.rows += [*post_rows(plan), *meter_rows(plan), *comment_rows(plan)]
    plan.rows += [*figure_rows(record.post), *doubt_rows(record), *lost_rows(record)]
    return plan


def planned_comments(post: Post | None, terms: Terms) -> Iterable[PlannedComment]:
    """Screen every comment in reading order, each knowing what its author said before."""
    earlier: dict[str, list[str]] = {}
    branch: list[int] = []
    for comment, depth in post.walk() if post else ():
        del branch[depth - 1 :]
        said = earlier.setdefault(comment.author, [])
        verdict = screen(submission_from(comment, said, terms))
        above = branch[:DEEPEST]  # what is deeper than the discussion goes stands beside its parent, not below it
        yield PlannedComment(comment, above[-1] if above else 0, depth, verdict, status_for(verdict))
        said.append(comment.text)
        branch.append(comment.line)


def submission_from(comment: Comment, said: list[str], terms: Terms) -> Submission:
    """Return what screening may know: as of what is posted there, with what its author ``said`` before, oldest first.

    In an archive nobody is new: who may write there now, and whose comments wait whatever they say, is not asked.
    """
    open_to_all = terms._replace(mode=Mode.OPEN.value, is_night=False)
    known = Known(earlier=tuple(reversed(said[-REPEATED:])))
    return submission_of(Entry(Writer(name=comment.author), comment.text), open_to_all, known, Lists(()))


def status_for(verdict: Verdict) -> Status:
    """Return how a comment arrives. What screening takes for spam goes where moderators look for spam.

    Not on the word of a model alone: it is wrong now and then, and among spam nobody would look.
    """
    if verdict.outcome == "publish":
        return Status.PUBLISHED
    spam = sum(reason.weight for reason in verdict.reasons if reason.kind == "spam" and not reason.model)
    return Status.SPAM if spam >= HOLD_AT else Status.HELD


def post_rows(plan: Plan) -> Iterable[Row]:
    """Say what becomes of the report and when it is dated."""
    post = plan.record.post
    if post is None:
        yield Row(
            Action.UNSURE, "report", "No headline was found: no report is made, and comments have no place to go."
        )
        return
    yield from article_rows(post, Action.MAKE if plan.is_new(POST) else Action.EXISTS)
    days = list(dict.fromkeys(named_days("\n".join(post.paragraphs))))
    if plan.published is None:
        named = f" The text names {days[0][0]}, of an unknown year." if days else ""
        yield Row(
            Action.UNSURE,
            "date",
            f"The dump does not say when it was published.{named} The draft gets no date, the comments that of "
            "the import. Give --published to set it.",
        )
        return
    read = "; ".join(f"{words} = {latest(month, day, plan.published).isoformat()}" for words, month, day in days)
    yield Row(
        Action.MAKE if plan.is_new(POST) else Action.EXISTS,
        "date",
        f"published {plan.published.isoformat()}" + (f"; in the text {read}" if read else ""),
    )


def meter_rows(plan: Plan) -> Iterable[Row]:
    """Say what becomes of the meter."""
    meter = plan.record.meter
    if meter is None:
        return
    action = Action.MAKE if plan.is_new(METER) else Action.EXISTS
    if not any(meter.ticks):
        yield Row(Action.UNSURE, "drive", "The meter shows no goal; no drive is made.", meter.line)
        return
    if plan.drive and action is Action.MAKE:
        yield Row(Action.UNSURE, "drive", f"{drive_words(meter)}. {plan.drive}", meter.line)
        return
    public = f". Its page will be public at once at {drive_address(meter)}." if action is Action.MAKE else ""
    yield Row(action, "drive", drive_words(meter) + public, meter.line)


def comment_rows(plan: Plan) -> Iterable[Row]:
    """Say how many comments there are and who sees them, and then each, how it arrives and why."""
    said = [planned for planned in plan.comments if planned.has_words]
    if said:
        yield Row(
            Action.PART, "comments", f"{len(said)} below the draft; readers see them only once the report is out."
        )
    for planned in said:
        action = Action.MAKE if plan.is_new(planned.key) else Action.EXISTS
        codes = ", ".join(dict.fromkeys(reason.code for reason in planned.verdict.reasons))
        what = f"comment, {planned.status.value}" + (f" ({codes})" if codes else "")
        comment = planned.comment
        yield Row(action, what, comment.author, comment.line, comment.text, planned.depth)
