"""Bring in what was planned, through the doors of the rooms that own it. Nobody is mailed, no report is published."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from dateline.discussion.actions import record_comment, thread_of, weigh_archive
from dateline.discussion.models import Comment, Thread
from dateline.funding.actions import close_drive, open_drive, record_gift
from dateline.funding.models import Drive
from dateline.lib.clock import month_bounds
from dateline.lib.money import Money
from dateline.people.models import Newsroom
from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import ReportPage

from .models import Made, Source
from .plan import METER, POST, Plan, PlannedComment
from .record import Meter, Post

Progress = Callable[[int, int], None]
KICKER = 60
PURPOSE = "Reporting, and bringing it to you."  # a dump never says
NOTE = "What the meter of an archived page showed."


@dataclass
class Result:
    """What one run made; empty lists when a run before it had made everything."""

    report: ReportPage | None = None
    drive: Drive | None = None
    comments: list[Comment] = field(default_factory=list)


def drive_in_the_way(meter: Meter | None, now: datetime) -> str:
    """Say why no drive can be made of ``meter``; empty when one can. Figures of our own are never touched."""
    if meter is None:
        return ""
    begins, _ = month_bounds(*meter.month, Newsroom.load().zone)
    if begins > now:
        return "That month has not come yet; no drive is made."
    if Drive.objects.at(begins):
        return "This newsroom has a drive of its own for that month; it stays as it is."
    return ""


@transaction.atomic
def bring_in(
    *, plan: Plan, format: str, name: str, section: tuple[str, str], now: datetime, progress: Progress = lambda *_: None
) -> Result:
    """Make everything in ``plan`` that is not there yet: all of it, or nothing when something fails.

    ``section`` is (slug, title) of where the report goes; it is opened if it is not there. ``progress`` is told how
    many comments of how many are done.
    """
    source, _ = Source.objects.get_or_create(
        format=format, digest=plan.record.digest, defaults={"name": name[:255], "imported_at": now}
    )
    result = Result()
    if plan.record.post and plan.is_new(POST):
        result.report = bring_report(plan, plan.record.post, section, now)
        note(source, POST, result.report)
    if plan.makes_drive and plan.record.meter:
        result.drive = bring_drive(plan.record.meter, f"{format}:{plan.record.digest[:32]}", now)
        note(source, METER, result.drive)
    report = result.report or made_report(source)
    if report and plan.comments_to_make():
        result.comments = bring_comments(plan, source, report, now, progress)
    return result


def note(source: Source, key: str, thing: models.Model) -> None:
    """Remember what ``key`` of ``source`` became."""
    kind = ContentType.objects.get_for_model(thing)
    Made.objects.create(source=source, key=key, kind=kind, object_id=thing.pk)


def made_report(source: Source) -> ReportPage | None:
    """Return the report that was made from ``source``, unless an editor has deleted it since."""
    made = source.made.filter(key=POST).first()
    return ReportPage.objects.among([made.object_id]).first() if made else None


def bring_report(plan: Plan, post: Post, section: tuple[str, str], now: datetime) -> ReportPage:
    """Record the report as a draft. Its date, if we were told one, is kept for the day an editor publishes it."""
    slug, title = section
    story = Story(headline=post.headline[:255], kicker=post.category[:KICKER], body=body_of(post))
    report = record_report(section=open_section(slug=slug, title=title), story=story, now=now)
    if plan.published:
        ReportPage.objects.among([report.pk]).update(first_published_at=moment(plan, now))
        report.refresh_from_db()
    return report


def body_of(post: Post) -> list[tuple[str, str]]:
    """Return the paragraphs as one block of text; what dumps hold is plain text, so every sign is meant as itself."""
    paragraphs = [html.escape(words, quote=False).replace("\n", "<br/>") for words in post.paragraphs]
    return [("text", "".join(f"<p>{words}</p>" for words in paragraphs))] if paragraphs else []


def moment(plan: Plan, now: datetime) -> datetime:
    """Return the beginning of the day of publication in the newsroom's zone; ``now`` when no day is known."""
    if plan.published is None:
        return now
    return datetime.combine(plan.published, time(), tzinfo=Newsroom.load().zone)


def bring_drive(meter: Meter, key: str, now: datetime) -> Drive:
    """Make the drive of the month with its figure as one gift of the archive, and close it if the month is over."""
    year, month = meter.month
    ticks = [Money(tick, meter.currency) for tick in meter.ticks]
    drive = open_drive(year=year, month=month, goal=max(ticks), purpose=PURPOSE, ticks=ticks, goes_on=False)
    last = min(now, drive.ends_at - timedelta(seconds=1))
    if meter.raised:
        money = Money(meter.raised, meter.currency)
        record_gift(money=money, occurred_at=last, now=now, key=key, provider="import", note=NOTE)
    if drive.ends_at <= now:
        close_drive(drive=drive, now=now)
    return drive


def bring_comments(plan: Plan, source: Source, report: ReportPage, now: datetime, progress: Progress) -> list[Comment]:
    """Record the comments, each below the one it answers, and remember each."""
    thread = thread_of(page=report, now=now)
    made: dict[int, Comment] = {}
    todo = plan.comments_to_make()
    for done, planned in enumerate(todo, 1):
        made[planned.comment.line] = bring_comment(planned, thread, made.get(planned.parent), moment(plan, now), now)
        note(source, planned.key, made[planned.comment.line])
        progress(done, len(todo))
    weigh_archive(thread=thread)
    return list(made.values())


def bring_comment(
    planned: PlannedComment, thread: Thread, parent: Comment | None, written: datetime, now: datetime
) -> Comment:
    """Record one comment as screening would have it arrive."""
    return record_comment(
        thread=thread,
        parent=parent,
        author_name=planned.comment.author,
        text=planned.comment.text,
        created_at=written,
        status=planned.status,
        verdict=planned.verdict,
        source_key=planned.key,
        now=now,
    )
