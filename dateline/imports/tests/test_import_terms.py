"""Comments of an archive are screened on the terms of the place where their report will stand."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Page

from dateline.discussion import learned
from dateline.discussion.actions import set_policy
from dateline.discussion.models import Clauses, Comment, Mode, Status
from dateline.discussion.statements import ask
from dateline.imports import plan
from dateline.people.models import Newsroom
from dateline.reports.actions import open_front_page, open_section
from dateline.reports.models import ReportPage
from dateline.screening import Submission, Verdict, screen
from dateline.screening.learning import Learned as Model
from dateline.screening.verdict import HELD_ABUSE, HELD_SPAM

from .dumps import bulleted, page
from .test_plan import PEOPLE

pytestmark = pytest.mark.django_db
OWN = Model({}, {})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Submission]:
    """With what screening was asked."""
    seen: list[Submission] = []

    def listen(submission: Submission) -> Verdict:
        seen.append(submission)
        return screen(submission)

    monkeypatch.setattr(plan, "screen", listen)
    return seen


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    file = tmp_path / "mill.txt"
    file.write_text(page(comments=bulleted(PEOPLE)), encoding="utf-8")
    return file


def bring(dump: Path, *more: str) -> None:
    call_command("import", "page", str(dump), *more, stdout=StringIO(), stderr=StringIO())


def strictness(asked: list[Submission]) -> set[tuple[float, float, str]]:
    found = {(each.held_spam, each.held_abuse, each.language) for each in asked}
    asked.clear()
    return found


def test_in_an_empty_newsroom_the_house_and_its_language_hold(dump: Path, asked: list[Submission]):
    Page.objects.filter(depth__gt=1).delete()
    Newsroom.objects.create(language="de")
    bring(dump)
    assert strictness(asked) == {(HELD_SPAM, HELD_ABUSE, "de")}


def test_what_is_set_for_the_section_holds_and_for_the_report_once_it_is_there(
    dump: Path, asked: list[Submission], now: datetime
):
    front = open_front_page()
    set_policy(on=front, clauses=Clauses(held_spam=2, held_abuse=50), now=now)
    bring(dump, "--section", "weirs", "--dry-run")
    assert strictness(asked) == {(2, 50, "en")}
    weirs = open_section(title="Weirs", slug="weirs")
    set_policy(on=weirs, clauses=Clauses(held_abuse=20), now=now)
    bring(dump, "--section", "weirs")
    assert strictness(asked) == {(2, 20, "en")}
    set_policy(on=ReportPage.objects.get(), clauses=Clauses(held_spam=0), now=now)
    bring(dump, "--section", "elsewhere")
    assert strictness(asked) == {(0, 20, "en")}


def test_the_newsrooms_own_model_judges_where_it_is_used(
    dump: Path, asked: list[Submission], now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(learned, "ask", lambda sql: [("v",)] if sql == learned.IN_FORCE else ask(sql))
    monkeypatch.setattr(learned, "_ready", lambda version: OWN)
    monkeypatch.setattr(learned._Kept, "version", "")
    monkeypatch.setattr(learned._Kept, "model", None)
    front = open_front_page()
    bring(dump, "--dry-run")
    assert all(each.learned is OWN for each in asked)
    asked.clear()
    set_policy(on=front, clauses=Clauses(own_model=False), now=now)
    bring(dump, "--dry-run")
    assert {each.learned for each in asked} == {None}


def test_who_may_write_there_now_is_not_asked_of_an_archive(dump: Path, now: datetime):
    for mode in (Mode.ALL, Mode.CLOSED):
        set_policy(on=open_front_page(), clauses=Clauses(mode=mode), now=now)
    bring(dump)
    assert Comment.objects.get(author_name="Ben").status == Status.PUBLISHED
