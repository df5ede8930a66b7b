"""Fills the newsroom at hand for the bench. Runs inside its home, as ``dateline shell`` does; see ``newsroom.py``."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dateline.discussion.actions import record_comment, set_mode, thread_of
from dateline.discussion.models import Comment, Mode
from dateline.funding.actions import open_drive
from dateline.lib.money import whole
from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import ReportPage, SectionPage

from . import words

PARAGRAPHS = 12
EACH = timedelta(minutes=1)
REPLIES = 0.3  # of the comments


def fill(comments: int, reports: int) -> None:
    """Make a drive, a section and ``reports``, and a thread of ``comments`` below the first; print where they are.

    Prints JSON: the address of each report, in this order, with the number of its page.
    """
    now = timezone.now()
    chance = random.Random(comments * reports)  # noqa: S311 (a story, not a secret)
    open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting from the valley.")
    section = open_section(title="Valley", slug="valley")
    made = [report(section, number, chance, now - EACH * (number + 1)) for number in range(reports)]
    for page in made[:20]:
        set_mode(page=page, mode=Mode.OPEN, now=now)
    if made:
        talk(made[0], comments, chance, now)
    sys.stdout.write(json.dumps({page.get_url(): page.pk for page in made}) + "\n")


@transaction.atomic
def report(section: SectionPage, number: int, chance: random.Random, at: datetime) -> ReportPage:
    """Make one report of some nine hundred words."""
    body = [("text", f"<p>{words.paragraph(chance)}</p>") for _ in range(PARAGRAPHS)]
    story = Story(
        headline=f"The river at the mill, day {number + 1}",
        slug=f"river-{number + 1}",
        standfirst=words.paragraph(chance, 1),
        body=body,
    )
    return record_report(section=section, story=story, now=at, published_at=at)


@transaction.atomic
def talk(page: ReportPage, comments: int, chance: random.Random, now: datetime) -> None:
    """Let readers talk below ``page``, a third of them answering somebody."""
    thread = thread_of(page=page, now=now)
    said: list[Comment] = []
    for number in range(comments):
        is_reply = bool(said) and chance.random() < REPLIES
        said.append(
            record_comment(
                thread=thread,
                author_name=words.name(chance),
                text=words.comment(chance),
                created_at=now - EACH * (comments - number),
                now=now,
                parent=chance.choice(said[-20:]) if is_reply else None,
            )
        )
