"""What the public sees: days counted once, months told in words, and nothing that could tell of a person."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import edit, flag, post_comment, record_comment, set_mode, thread_of
from dateline.discussion.models import Comment, Mode, Restraint, Status
from dateline.discussion.writer import Writer
from dateline.moderation.actions import answer, appeal, count_days, decide, restrain, take_back, undo, unlink
from dateline.moderation.counting import figures_between
from dateline.moderation.models import Action, Day, Outcome
from dateline.moderation.public import FEWER_THAN, Month, Report, told_sum
from dateline.moderation.public_words import GROUPS
from dateline.moderation.spans import class_of, classes_in, within
from dateline.people.models import Newsroom, User
from dateline.screening import Submission, screen

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEN = Writer(device="b" * 64, name="Ben")


@pytest.fixture
def busy(flood: Page, mo: User, ada: User, now: datetime) -> dict[str, int]:
    """A day with one of everything, from ``now`` on; returns what it should be counted as."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    post_comment(page=flood, writer=BEN, text="The water is at the bridge.", now=now)
    scam = post_comment(page=flood, writer=Writer(device="c" * 64, name="Cass"), text="You idiot", now=now)
    edit(comment=scam, writer=Writer(device="c" * 64), text="You idiots", now=now)
    quote = post_comment(page=flood, writer=Writer(device="d" * 64, name="Dee"), text="Fuck you", now=now)
    told = post_comment(page=flood, writer=Writer(device="e" * 64, name="Eve"), text="It was the mayor.", now=now)
    thread = thread_of(page=flood, now=now)
    verdict = screen(Submission(text="From an archive, idiot."))
    archived = {"text": "From an archive, idiot.", "source_key": "1", "verdict": verdict, "status": Status.HELD}
    record_comment(thread=thread, author_name="Peter", created_at=now, now=now, **archived)
    flag(comment=told, writer=BEN, reason="private", now=now + HOUR)
    rejected = decide(comment=scam, action=Action.REJECT, moderator=mo, now=now + HOUR)
    decide(comment=quote, action=Action.APPROVE, moderator=mo, now=now + 2 * HOUR)
    decide(comment=told, action=Action.APPROVE, moderator=mo, now=now + 4 * HOUR)
    measure = restrain(comment=scam, kind=Restraint.BANNED, days=None, moderator=mo, now=now)
    take_back(measure=measure, moderator=mo, now=now)
    made = appeal(against=rejected, words="No.", now=now + 2 * HOUR)
    answer(appeal=made, outcome=Outcome.OVERTURNED, words="Right.", moderator=ada, now=now + 5 * HOUR)
    times = {f"waited:{class_of(HOUR)}": 1, f"waited:{class_of(2 * HOUR)}": 1}
    times |= {f"looked:{class_of(3 * HOUR)}": 1, f"replied:{class_of(3 * HOUR)}": 1}
    decided = {"decided:reject": 1, "decided:approve": 3, "decided:restore": 1, "released": 1, "refused": 1}
    people = {"placed:banned": 1, "lifted": 1, "appealed": 1, "answered:overturned": 1, "flagged:private": 1}
    return {"received": 4, "at_once": 2, "held": 2, "held:insult": 2, "held:model-abuse": 2} | times | decided | people


def test_a_day_is_counted_as_what_happened_on_it(busy: dict[str, int], now: datetime):
    assert figures_between(now, now + DAY) == busy
    assert figures_between(now + DAY, now + 2 * DAY) == {}
    assert figures_between(now - DAY, now) == {}


def test_days_are_counted_once_each_when_they_are_over(busy: dict[str, int], now: datetime):
    Newsroom.objects.update_or_create(defaults={"time_zone": "Europe/Berlin"})
    assert count_days(now=now + HOUR) == 0
    assert count_days(now=now + 3 * DAY) == 3
    assert count_days(now=now + 3 * DAY) == 0
    days = list(Day.objects.order_by("day"))
    assert [day.day - days[0].day for day in days] == [timedelta(number) for number in range(3)]
    assert sum((Counter(day.figures) for day in days), Counter()) == busy
    assert all(day.ends_at.astimezone(ZoneInfo("Europe/Berlin")).hour == 0 for day in days)


def test_moving_to_another_zone_counts_nothing_twice_and_leaves_nothing_out(busy: dict[str, int], now: datetime):
    for number, zone in enumerate(["Pacific/Auckland", "America/Los_Angeles", "Asia/Tokyo"], 1):
        Newsroom.objects.update_or_create(defaults={"time_zone": zone})
        count_days(now=now + number * DAY)
    count_days(now=now + 5 * DAY)
    assert sum((Counter(day.figures) for day in Day.objects.all()), Counter()) == busy


def test_what_is_taken_back_later_does_not_change_a_day_that_is_over(held: Comment, mo: User, now: datetime):
    spam = decide(comment=held, action=Action.SPAM, moderator=mo, now=now)
    count_days(now=now + 2 * DAY)
    before = list(Day.objects.order_by("day").values())
    undo(decision=spam, moderator=mo, now=now + 2 * DAY)
    count_days(now=now + 4 * DAY)
    after = list(Day.objects.order_by("day").values())
    assert after[: len(before)] == before
    assert [day["figures"] for day in after if "decided:restore" in day["figures"]] == [{"decided:restore": 1}]


def test_years_are_caught_up_with_a_few_days_at_a_time(held: Comment, now: datetime):
    assert count_days(now=now + 30 * DAY) == 20
    assert 20 + count_days(now=now + 30 * DAY) == Day.objects.count() >= 29


@given(st.lists(st.integers(0, 40_000_000), min_size=1, max_size=60), st.sampled_from([0.5, 0.9, 1.0]))
def test_a_share_of_spans_is_told_within_five_per_cent(seconds: list[int], share: float):
    classes = Counter(class_of(timedelta(seconds=each)) for each in seconds)
    exact = sorted(max(each, 1) for each in seconds)[max(0, -int(-share * len(seconds) // 1) - 1)]
    told = within(classes, share)
    assert told
    assert abs(told.total_seconds() / exact - 1) < 0.051
    figures = {f"waited:{number}": count for number, count in classes.items()} | {"other:1": 3}
    assert classes_in(figures, "waited") == classes


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_no_sum_gives_away_a_month_that_is_not_told(months: list[int]):
    number = told_sum(months)
    hidden = [each for each in months if 0 < each < FEWER_THAN]
    assert number.value is None or number.value <= sum(months)
    if number.value is None:
        assert 0 < sum(months) < FEWER_THAN
    elif not number.at_least:
        assert number.value == sum(months)
        rest = number.value - sum(each for each in months if each not in range(1, FEWER_THAN))
        possible = {each for each in range(1, FEWER_THAN) if len(hidden) - 1 <= rest - each <= 4 * (len(hidden) - 1)}
        assert not hidden or len(possible) > 1, "more than one figure is possible for each"


def month_of(**figures: int) -> Report:
    names = {name.replace("__", ":"): number for name, number in figures.items()}
    return Report([Month(date(2026, 10, 1), date(2026, 10, 31), Counter(names))])


def test_a_share_is_not_told_of_few():
    assert month_of(answered__overturned=2, answered__upheld=30).share("answered:overturned", "answered:upheld") is None
    many = month_of(answered__overturned=10, answered__upheld=30)
    assert many.share("answered:overturned", "answered:overturned", "answered:upheld") == 25
    assert month_of(waited__50=4).time("waited", 0.5) is None
    assert month_of(waited__50=5).time("waited", 0.5)


def test_reasons_that_nobody_has_words_for_are_counted_as_others():
    tables = month_of(held__insult=30, held__new1=4, held__new2=5, flagged__spam=2).tables()
    lines = {table.group.name: [(line.key, str(line.number)) for line in table.lines] for table in tables}
    assert lines["held"] == [("insult", "30"), ("other", "9")]
    assert lines["flagged"] == [("spam", "fewer than 5")]


def test_whatever_can_be_decided_has_words_for_the_public():
    [decided] = [group for group in GROUPS if group.name == "decided"]
    assert set(decided.words) == set(Action.values)


def test_a_held_comment_that_is_published_without_its_link_counts_as_released(flood: Page, mo: User, now: datetime):
    linked = post_comment(page=flood, writer=BEN, text="See https://scam.example/x", now=now)
    unlink(comment=linked, links=[0], approve=True, moderator=mo, now=now + HOUR)
    figures = figures_between(now, now + DAY)
    assert (figures["decided:unlink"], figures["released"]) == (1, 1)


def test_the_page_tells_it_to_everybody(busy: dict[str, int], client: Client, now: datetime):
    assert "Nothing has been counted yet" in client.get("/discussion/transparency/").text
    count_days(now=now + 3 * DAY)
    page = client.get("/discussion/transparency/")
    assert not page.cookies
    assert "An insult thrown at somebody" in page.text
    assert "It gives away something private" in page.text
    assert "fewer than 5" in page.text
    assert "<svg" in page.text
    key = f"{Day.objects.order_by('day')[0].day:%Y-%m}"
    assert f'href="/discussion/transparency/{key}/"' in page.text
    assert "An insult thrown at somebody" in client.get(f"/discussion/transparency/{key}/").text
    for absent in ("2001-01", "2026-13"):
        assert client.get(f"/discussion/transparency/{absent}/").status_code == 404


def test_programs_are_told_the_same_and_no_more(busy: dict[str, int], client: Client, now: datetime):
    count_days(now=now + 3 * DAY)
    told = client.get("/discussion/transparency.json")
    assert told["Access-Control-Allow-Origin"] == "*"
    said = told.json()
    assert (said["received"], said["at_once"], said["held"]) == (4, 2, 2)
    few = {"from": 1, "to": 4}
    told_of = {"placed": {"banned": few}, "answered": {"overturned": few}, "flagged": {"private": few}}
    assert {name: said["counts"][name] for name in told_of} == told_of
    assert said["appeals"] == few
    assert said["percent"] == {"released": None, "overturned": None}
    month = client.get(f"/discussion/transparency/{said['months'][0]}.json").json()
    assert month["received"] == 4


def test_a_year_of_days_costs_as_many_queries_as_one(client: Client, now: datetime, django_assert_max_num_queries: Any):
    figures = {"received": 1100, "at_once": 900, "held": 200, "held:links": 90, "waited:90": 200}
    days = [Day(day=(now - number * DAY).date(), ends_at=now - number * DAY, figures=figures) for number in range(365)]
    Day.objects.bulk_create(days)
    client.get("/discussion/transparency/")
    with django_assert_max_num_queries(15) as counted:
        page = client.get("/discussion/transparency/").text
    assert len([query for query in counted.captured_queries if "moderation_day" in query["sql"]]) == 2
    assert page.count("months__held") >= 12
