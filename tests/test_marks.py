from datetime import timedelta

import pytest

from dateline.delivery.changes import Point, changes
from dateline.delivery.marks import forget_changes, mark
from dateline.delivery.models import Change
from dateline.funding.actions import open_drive
from dateline.lib.money import whole
from dateline.people.models import Newsroom
from dateline.reports.actions import Story, correct, open_section, publish, record_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(now):
    story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
    return record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)


@pytest.fixture
def told():
    """What has been marked since it was last asked."""
    at = changes().now()

    def tags():
        nonlocal at
        news = changes().since(at)
        at = news.until
        return news.tags

    return tags


def test_a_mark_is_told_once_and_in_order(told):
    first, second = mark("thread:1", "page:7"), mark("money")
    assert second > first
    assert told() == {"thread:1", "page:7", "money"}
    assert told() == set()


@pytest.mark.parametrize("tag", ["", "two words", "thread:", "Thread:1", "thread:1;"])
def test_what_is_no_tag_is_refused(tag):
    with pytest.raises(ValueError, match="is no tag"):
        mark(tag)


def test_a_point_is_read_as_it_was_written():
    for point in (Point(7), Point(7, "10:20:10,14")):
        assert Point.parse(str(point)) == point


def test_forgotten_changes_and_another_database_are_noticed():
    mark("money")  # PostgreSQL's numbers need not begin with one
    at = changes().now()
    assert changes().reaches(at)
    mark("money")
    mark("money")
    assert changes().reaches(at)
    for change in Change.objects.order_by("pk")[:2]:
        change.delete()
    assert not changes().reaches(Point(at.number, at.snapshot))
    assert not changes().reaches(Point(changes().now().number + 1))


def test_old_changes_are_forgotten_but_not_where_the_order_stands(now):
    for _ in range(3):
        mark("money")
    at = changes().now()
    Change.objects.update(at=now - timedelta(days=3))
    assert forget_changes(now=now) > 0
    assert Change.objects.count() == 1
    assert changes().now().number == at.number
    assert changes().reaches(at)


def test_publishing_marks_the_page_and_the_lists(report, told, now):
    told()
    report.title = "Levee breaks"
    report.save_revision()
    assert told() == set(), "a draft is nobody's business"
    publish(report=report, by=None, now=now)
    assert {f"page:{report.pk}", "reports", "membership"} <= told()


def test_a_correction_marks_its_report(report, told, now):
    told()
    correct(report=report, text="It was Tuesday.", by=None, now=now)
    assert told() == {f"page:{report.pk}", "reports"}


def test_taking_a_report_back_is_marked(report, told):
    told()
    report.unpublish()
    assert {f"page:{report.pk}", "reports", "membership"} <= told()


def test_an_update_past_every_action_is_marked(report, told):
    told()
    type(report).objects.filter(pk=report.pk).update(standfirst="Nobody called an action.")
    assert told() == {f"page:{report.pk}", "reports"}


def test_the_newsroom_and_the_drive_are_watched(told, now):
    newsroom = Newsroom.load()
    told()
    newsroom.name = "The Vess Valley Courier"
    newsroom.save()
    assert told() == {"frame"}
    open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting.")
    assert told() == {"money", "drive"}
