"""A dump as a crawler really left it. Its text is not ours and stays out of this repository; CI has it beside us."""

import os
from datetime import date
from pathlib import Path

import pytest

from dateline.discussion.models import Status
from dateline.imports.page.reader import read_page
from dateline.imports.plan import Action, make_plan
from dateline.imports.record import Fate

DUMP = Path(__file__).parents[4] / "shared/data/page-dumps/advance-report-with-comments.txt"
# Which comment (by its place in the file) answers which, read off the indentation by eye.
PARENTS = [None, 0, 1, 2, 0, 0, 5, 6, 7, None, 9, 10, 9, 12]


@pytest.fixture(scope="module")
def record():
    if not DUMP.exists():
        if os.environ.get("CI"):
            pytest.fail(f"CI has no {DUMP.name}")
        pytest.skip("The real dump is not on this machine.")
    return read_page(DUMP.read_bytes())


def test_every_comment_has_its_parent(record):
    plan = make_plan(record, published=date(2017, 11, 3))
    places = {planned.comment.line: place for place, planned in enumerate(plan.comments)}
    assert [places.get(planned.parent) for planned in plan.comments] == PARENTS
    assert max(planned.depth for planned in plan.comments) == 5


def test_the_meter_is_read(record):
    assert (record.meter.ticks, record.meter.raised) == ((0, 250000, 500000), 25500)
    assert record.meter.month == (2020, 7)


def test_no_line_is_without_a_place(record):
    assert [line.number for line in record.fates] == list(range(1, len(record.fates) + 1))
    assert not record.lines_with(Fate.UNPLACED)
    assert len(record.post.paragraphs) == 10
    assert [figure.after for figure in record.post.figures] == [6]


def test_the_year_is_that_of_publication(record):
    rows = make_plan(record, published=date(2017, 11, 3)).rows
    (words,) = [row.detail for row in rows if row.what == "date"]
    assert "November 2 = 2017-11-02" in words
    assert "2020" not in words
    rows = make_plan(record, published=None).rows
    assert [row.action for row in rows if row.what == "date"] == [Action.UNSURE]


def test_the_scam_is_spam_and_the_insults_are_held(record):
    plan = make_plan(record, published=date(2017, 11, 3))
    statuses = [planned.status for planned in plan.comments]
    assert statuses[3] is Status.SPAM
    assert statuses[10] is Status.HELD
    assert statuses[11] is Status.HELD
    assert statuses.count(Status.PUBLISHED) == 11
