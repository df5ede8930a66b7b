"""The file that the documentation prints is read as the documentation says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dateline.imports.page.reader import read_page
from dateline.imports.plan import Action, Plan, make_plan
from dateline.imports.record import Fate, Meter, Record

PAGE = Path(__file__).parents[3] / "docs/imports.md"


@pytest.fixture(scope="module")
def record() -> Record:
    (example,) = re.findall(r"^```text\n(.+?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return read_page(example.encode())


@pytest.fixture
def plan(record: Record) -> Plan:
    return make_plan(record, published=date(2022, 5, 4))


def test_the_example_has_every_part_in_its_place(record: Record) -> None:
    post = record.post
    assert record.meter == Meter(1, (0, 100000, 200000), 64000, "USD", (2022, 5))
    assert (post.headline, post.category) == ("Ferry Runs Again After Eleven Days", "Holm Quay")
    assert [words[:8] for words in post.paragraphs] == ["On May 3", "Its capt"]
    assert [(comment.author, depth) for comment, depth in post.walk()] == [("Ben", 1), ("Dee", 2), ("Ada", 1)]


def test_what_the_example_leaves_out_has_its_reason(record: Record) -> None:
    assert [line.why.split(";")[0] for line in record.lines_with(Fate.DROPPED)] == [
        "the headline over again",
        "the ask",
        "the heading of the comments",
    ]
    assert not record.lines_with(Fate.UNPLACED)


def test_the_example_leaves_nothing_unsure(plan: Plan) -> None:
    assert [row for row in plan.rows if row.action is Action.UNSURE] == []
    assert "May 3 = 2022-05-03" in next(row.detail for row in plan.rows if row.what == "date")


def test_every_word_that_a_row_can_begin_with_is_explained() -> None:
    explained = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.M)
    assert explained == [action.value for action in Action]
