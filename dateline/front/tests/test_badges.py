"""Badges beside commenters' names: whose report it is, and who supports the newsroom and wished to be seen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.db import connection

from dateline.discussion.actions import post_comment, set_mode
from dateline.discussion.badges import SUPPORTERS
from dateline.discussion.models import Badge, Comment, Mode
from dateline.discussion.writer import Writer
from dateline.front.badges import settle_badges
from dateline.funding.actions import record_gift, refund, unname
from dateline.funding.models import Gift, Supporter
from dateline.funding.models.gift import Visibility
from dateline.lib.money import whole
from dateline.people.actions import present
from dateline.people.models import HouseUser, User
from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import Author

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben():
    ben = User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben", shows_support=True)
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    return ben


@pytest.fixture
def report(now):
    author = Author.objects.create(name="Ada Lindqvist", slug="ada", user=User.objects.create_user("ada"))
    story = Story(headline="The river rises", slug="flood", body=[("text", "<p>Words.</p>")], authors=[author])
    made = record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)
    set_mode(page=made, mode=Mode.OPEN, now=now)
    return made


def gives(mail, now, visibility=Visibility.NAME, name="Ben"):
    gift = record_gift(money=whole(20, "USD"), occurred_at=now, now=now, name=name)
    supporter = Supporter.objects.get_or_create(email=mail, defaults={"since": now})[0]
    Gift.objects.filter(pk=gift.pk).update(supporter=supporter, visibility=visibility, name=name)
    return Gift.objects.get(pk=gift.pk)


def badge_beside(user, report, now):
    writer = Writer(account=user, name=user.public_name) if user else Writer(device="d", name="Cass")
    return post_comment(page=report, writer=writer, text=f"Words {Comment.objects.count()}.", now=now).badge


def test_nobody_pins_a_badge_on_somebody_by_giving_under_their_address(ben, report, now):
    present(user=ben, display_name="Ben", shows_support=False)
    gives("ben@example.org", now)
    assert badge_beside(ben, report, now) == Badge.NONE


def test_who_wrote_the_report_is_told_below_it(client, report, now):
    ada = User.objects.get(username="ada")
    assert badge_beside(ada, report, now) == Badge.AUTHOR
    assert "Author of this report" in client.get(f"/threads/{report.pk}/").content.decode()


def test_an_author_is_none_below_somebody_elses_report(report, now):
    story = Story(headline="Another", slug="another", body=[("text", "<p>Words.</p>")], authors=[])
    section = open_section(title="Town", slug="town")
    other = record_report(section=section, story=story, now=now, published_at=now)
    assert badge_beside(User.objects.get(username="ada"), other, now) == Badge.NONE


@pytest.mark.parametrize(
    ("visibility", "badge"),
    [(Visibility.NAME, "supporter"), (Visibility.PUBLIC, "supporter"), (Visibility.SECRET, "")],
)
def test_a_supporter_is_told_only_as_far_as_they_wished(client, report, ben, now, visibility, badge):
    gives("ben@example.org", now, visibility)
    assert badge_beside(ben, report, now) == badge
    assert (">Supporter<" in client.get(f"/threads/{report.pk}/").content.decode()) == bool(badge)


def test_an_address_that_is_not_proven_brings_nobodys_badge(report, ben, now):
    gives("ben@example.org", now)
    EmailAddress.objects.update(verified=False)
    assert badge_beside(ben, report, now) == Badge.NONE
    assert badge_beside(None, report, now) == Badge.NONE


def test_a_gift_that_went_back_and_one_of_long_ago_are_not_told(report, ben, now):
    gift = gives("ben@example.org", now)
    refund(gift=gift, amount=whole(20, "USD"), by=None, now=now)
    gives("ben@example.org", now - timedelta(days=400))
    assert badge_beside(ben, report, now) == Badge.NONE


def test_the_newsrooms_own_site_may_say_who_supports_it(report, ben, now):
    HouseUser.objects.create(user=ben, issuer="courier", subject="1", is_supporter=True)
    assert badge_beside(ben, report, now) == Badge.SUPPORTER


def test_who_no_longer_wishes_to_be_seen_is_not_seen_within_a_minute(client, report, ben, now):
    gift = gives("ben@example.org", now)
    badge_beside(ben, report, now)
    settle_badges(now=now)
    assert Comment.objects.get().badge == Badge.SUPPORTER
    unname(gift=gift)
    settle_badges(now=now)  # it has looked just now
    cache.clear()
    settle_badges(now=now)
    assert Comment.objects.get().badge == Badge.NONE
    assert ">Supporter<" not in client.get(f"/threads/{report.pk}/").content.decode()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's planner goes by what is in the table")
def test_supporters_are_found_without_reading_all_comments(db):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {SUPPORTERS}")
        plan = [row[-1] for row in cursor.fetchall()]
    assert all("comment_of_supporter" in step for step in plan if "discussion_comment" in step)
