"""The sample's files can be read, agree with each other, and hold nothing that a reader should not see."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.imports.sample import contents, geography
from dateline.imports.sample.bodies import read_body
from dateline.imports.sample.diary import Diary, UnknownPlaceholder
from dateline.imports.sample.gifts import spread
from dateline.imports.sample.illustrations import SCENES, portrait, scene
from dateline.imports.sample.threads import Unreadable, read_thread

HALIFAX = ZoneInfo("America/Halifax")


@pytest.fixture
def diary(now: datetime) -> Diary:
    return Diary(now, HALIFAX, contents.facts())


def test_a_day_is_counted_back_from_where_the_paper_is() -> None:
    just_after_midnight_in_london = Diary(datetime(2025, 11, 14, 0, 30, tzinfo=UTC), HALIFAX)
    assert just_after_midnight_in_london.filled("{date:-1} and {day:-13}") == "Wednesday, November 12 and October 31"


def test_what_the_diary_does_not_know_is_an_error(diary: Diary) -> None:
    with pytest.raises(UnknownPlaceholder):
        diary.filled("{tide:-3}")


def test_a_body_is_read_block_by_block() -> None:
    blocks = read_body(
        "One.\n\nTwo.\n\n## Then\n\n> Words.\n> -- Ada, editor\n\n!! 3 m | High. | Gauge\n\n[picture street wide]"
    )
    assert [kind for kind, _ in blocks] == ["text", "heading", "quote", "pull_fact", "picture"]
    assert blocks[0][1] == "<p>One.</p><p>Two.</p>"
    assert blocks[2][1] == {"text": "Words.", "source": "Ada, editor"}


def test_answers_hang_below_what_they_answer() -> None:
    said = read_thread(
        "* Ben | 0:01 | +2\n  Yes.\n  * Cass | 1:30 | -3 | held\n    No.\n\n    Never.\n* Dee | 2:00\n  Well."
    )
    assert [(one.name, one.parent, one.up, one.down, one.fate) for one in said] == [
        ("Ben", None, 2, 0, ""),
        ("Cass", 0, 0, 3, "held"),
        ("Dee", None, 0, 0, ""),
    ]
    assert said[1].text == "No.\n\nNever."
    assert said[1].after == timedelta(hours=1, minutes=30)


def test_a_line_that_belongs_to_nobody_is_an_error() -> None:
    with pytest.raises(Unreadable):
        read_thread("Words without a name.")


def test_no_placeholder_and_no_stray_mark_is_left_in_a_report(diary: Diary) -> None:
    for folder in ("reports", "standing"):
        for article in contents.read_articles(folder, diary):
            words = f"{article.head} {article.body}"
            assert not re.search(r"\{\w+:?-?\d*\}", words), article.slug
            assert "+++" not in words


def test_every_link_leads_to_a_report_that_came_out_before(diary: Diary) -> None:
    seen: set[str] = set()
    for article in contents.read_articles("reports", diary):
        for slug in re.findall(r"report:([\w-]+)", str(article.body)):
            assert slug in seen, f"{article.slug} links to {slug}"
        seen.add(article.slug)
    assert set(contents.read_discussions(diary)) <= seen


def test_a_standfirst_is_short_and_a_headline_fits(diary: Diary) -> None:
    for article in contents.read_articles("reports", diary):
        assert len(article.head["standfirst"]) <= 300, article.slug
        assert len(article.head["headline"]) <= 100, article.slug


def test_the_votes_add_up() -> None:
    pellow, marrow, lund = 12_906, 12_594, 3_418
    recounted_up_to = (pellow + marrow + lund) // 100
    assert (pellow - marrow, recounted_up_to, pellow - marrow - recounted_up_to) == (312, 289, 23)
    assert round((pellow + marrow + lund + 187) / 48_212 * 100, 1) == 60.4


def test_the_breach_lies_where_the_report_says() -> None:
    (x, y), _ = geography.TOWNS["Aldermarsh"]
    assert ((36.85 - x) ** 2 + (18.25 - y) ** 2) ** 0.5 == pytest.approx(2.4, abs=0.06)


def test_a_past_month_comes_to_exactly_its_total(diary: Diary) -> None:
    gifts = spread(4800, contents.read_givers(diary), seed=1)
    assert sum(one.amount for one in gifts) == 4800
    assert all(one.amount > 0 for one in gifts)
    assert spread(4800, contents.read_givers(diary), seed=1) == gifts


def test_every_picture_that_is_named_has_a_scene(diary: Diary) -> None:
    assert set(contents.read_table("pictures", diary)) == set(SCENES)


@pytest.mark.parametrize("make", [lambda: scene("levee"), lambda: portrait(0)])
def test_a_picture_is_the_same_every_time_and_small(make: object) -> None:
    assert callable(make)
    first = make()
    assert first == make()
    assert first.startswith(b"\xff\xd8")
    assert len(first) < 250_000
