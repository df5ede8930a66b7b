"""The meter and the months, turned by the clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from dateline.funding.actions import drive_at, open_drive, record_gift, turn_month
from dateline.funding.meter import meter_of
from dateline.funding.models import Closing, Drive
from dateline.funding.plot import plot_of
from dateline.people.models import Newsroom

from .conftest import dollars

ZONES = [
    ("America/New_York", "2025-11-01T04:00:00+00:00", "2025-12-01T05:00:00+00:00"),
    ("Asia/Kathmandu", "2025-10-31T18:15:00+00:00", "2025-11-30T18:15:00+00:00"),
    ("America/St_Johns", "2025-11-01T02:30:00+00:00", "2025-12-01T03:30:00+00:00"),
    ("Pacific/Kiritimati", "2025-10-31T10:00:00+00:00", "2025-11-30T10:00:00+00:00"),
]


@pytest.mark.parametrize(("zone", "starts_at", "ends_at"), ZONES)
def test_a_month_runs_from_midnight_to_midnight_in_the_newsrooms_zone(
    newsroom: Newsroom, zone: str, starts_at: str, ends_at: str
) -> None:
    newsroom.time_zone = zone
    newsroom.save()
    drive = open_drive(year=2025, month=11, goal=dollars(5000), purpose="The boat.")
    last = drive.ends_at - timedelta(microseconds=1)
    record_gift(money=dollars(1), occurred_at=drive.starts_at, now=last)
    record_gift(money=dollars(2), occurred_at=last, now=last)
    record_gift(money=dollars(4), occurred_at=drive.ends_at, now=drive.ends_at)

    assert (drive.starts_at.isoformat(), drive.ends_at.isoformat()) == (starts_at, ends_at)
    assert meter_of(drive, last).raised == dollars(3)


def test_the_month_turns_by_the_clock_with_no_payment_at_all(drive: Drive) -> None:
    assert drive_at(now=drive.ends_at - timedelta(seconds=1)) == drive

    following = drive_at(now=drive.ends_at)

    assert following is not None
    assert (following.key, following.goal, following.purpose) == ("2025-12", drive.goal, drive.purpose)
    assert following.starts_at == drive.ends_at
    assert Closing.objects.get().drive == drive


def test_months_in_which_nobody_looked_leave_no_wrong_drive(drive: Drive) -> None:
    assert getattr(turn_month(now=datetime(2026, 3, 5, tzinfo=UTC)), "key", None) == "2026-03"


def test_a_change_of_zone_between_months_makes_no_overlap(drive: Drive, newsroom: Newsroom) -> None:
    newsroom.time_zone = "Asia/Tokyo"
    newsroom.save()
    following = turn_month(now=drive.ends_at)

    assert following is not None
    assert following.starts_at == drive.ends_at


def test_before_the_first_drive_there_is_no_meter(newsroom: Newsroom) -> None:
    assert turn_month(now=datetime(2025, 11, 14, tzinfo=UTC)) is None
    with CaptureQueriesContext(connection) as queries:
        assert Template("{% load funding %}{% meter %}{% ask %}").render(Context()).strip() == ""
    assert all(query["sql"].startswith("SELECT") for query in queries)


def test_a_drive_that_does_not_go_on_ends_with_its_month(
    drive: Drive, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Drive.objects.update(goes_on=False)

    with django_assert_num_queries(2):
        assert drive_at(now=drive.ends_at) is None
    assert turn_month(now=drive.ends_at) is None
    assert Closing.objects.filter(drive=drive).exists()


def test_pace_and_figures(drive: Drive, now: datetime) -> None:
    record_gift(money=dollars(6000), occurred_at=now, now=now)
    evening = drive.starts_at + timedelta(days=15, seconds=-1)
    meter = meter_of(drive, evening)

    assert meter.pace == dollars(2500)
    assert (meter.per_cent, meter.filled, meter.length) == (120, 100, 600000)
    assert [round(tick.at, 1) for tick in meter.ticks] == [0, 41.7, 83.3]


def test_the_pace_moves_by_the_day_and_by_whole_units(drive: Drive) -> None:
    morning, evening = (drive.starts_at + timedelta(days=6, hours=hour) for hour in (1, 22))

    assert meter_of(drive, morning).pace == meter_of(drive, evening).pace == dollars(1166)
    assert meter_of(drive, drive.ends_at + timedelta(days=3)).pace == drive.goal_money


def test_the_days_add_up_to_the_meter(drive: Drive, now: datetime) -> None:
    moments = [(now, 1000), (now, 500), (now + timedelta(days=2), -200), (drive.ends_at + timedelta(days=9), -300)]
    plot = plot_of(drive, moments, drive.ends_at)

    assert len(plot.days) == 30
    assert [day.total.amount for day in plot.days][12:17] == [0, 1500, 1500, 1300, 1300]
    assert plot.days[-1].total.amount == 1000


def test_the_meter_costs_two_queries(newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    here = timezone.now().astimezone(newsroom.zone)
    open_drive(year=here.year, month=here.month, goal=dollars(5000), purpose="The boat.")
    template = Template("{% load funding %}{% meter %}")

    with django_assert_num_queries(2):
        page = template.render(Context())
    assert 'aria-valuetext="0\xa0$ of 5,000\xa0$"' in page
    assert "rehearsal: no real money moves" in page
    assert "style=" not in page


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_drawing_keeps_decimal_points_where_people_write_commas(drive: Drive, now: datetime, language: str) -> None:
    record_gift(money=dollars(1234), occurred_at=now, now=now)
    with translation.override(language):
        bar = Template("{% load funding %}{% bar meter %}").render(Context({"meter": meter_of(drive, now)}))
    lengths = re.findall(r' (?:x|width)="([^"]*)%"', bar)
    assert any("." in length for length in lengths)
    assert all(float(length) <= 100 for length in lengths)
