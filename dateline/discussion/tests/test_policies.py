"""Who may write is set on any page, inherited below it, in force at once for every process, and told to readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.delivery.models import Change
from dateline.discussion.actions import (
    Entry,
    MembersOnly,
    NotWelcome,
    begin_duty,
    edit,
    end_duty,
    post_comment,
    post_comments,
    set_mode,
    set_policy,
    set_status,
    tell_closings,
)
from dateline.discussion.grounds import Where, grounds_of
from dateline.discussion.in_force import terms_of
from dateline.discussion.models import Clauses, Comment, Mode, Night, Policy, Status, Thread
from dateline.discussion.models.policy import ancestors_of
from dateline.discussion.terms import HOUSE, Inherited, Watch, inherited, terms_at
from dateline.discussion.writer import Writer
from dateline.people.models import Newsroom, User

from .conftest import FROM_OUR_PAGE, Say

pytestmark = pytest.mark.django_db
WORDS = {"text": "The water is at the bridge.", "author_name": "Ben", "mail": "", "website": ""}
DAY = timedelta(days=1)
BLOG = "https://blog.example/weir/"


def guest(number: int) -> Writer:
    return Writer(device=f"{number:064}", origin=f"{number:032}", name="Ben")


@pytest.fixture
def section(flood: Page) -> Page:
    """A section beside the flood."""
    return flood.get_parent().add_child(instance=Page(title="Town", slug="town"))


@pytest.fixture
def report(section: Page, now: datetime) -> Page:
    """A report in it, out for three days."""
    return section.add_child(instance=Page(title="A quiet day", slug="quiet", first_published_at=now - 3 * DAY))


@pytest.fixture
def front(flood: Page) -> Page:
    """The newsroom's front page."""
    return flood.get_parent()


def fresh(page: Page, now: datetime) -> Any:
    """What holds below ``page``, as both ways of reading it say."""
    page = Page.objects.get(pk=page.pk)
    [ground] = grounds_of([Where(page.pk)], now)
    assert ground.terms == terms_of(page, now)
    return ground.terms


def test_where_nothing_is_set_first_comments_wait(report: Page, now: datetime):
    assert fresh(report, now)._replace(closes_at=None) == terms_at(now, Inherited(), None, Watch(ZoneInfo("UTC")))


def test_what_is_nearest_holds_clause_by_clause(front: Page, section: Page, report: Page, flood: Page, now: datetime):
    set_policy(on=front, clauses=Clauses(mode="all", slow=60, close_after=14), now=now)
    set_policy(on=section, clauses=Clauses(mode="open", slow=0), now=now)
    assert (fresh(report, now).mode, fresh(report, now).slow) == ("open", 0)
    assert fresh(report, now).closes_at == report.first_published_at + 14 * DAY
    assert (fresh(flood, now).mode, fresh(flood, now).slow) == ("all", 60)
    set_policy(on=section, clauses=Clauses(), now=now)
    assert not Policy.objects.of_page(section).exists()
    assert fresh(report, now).mode == "all"


VALUES = st.builds(
    Clauses,
    mode=st.sampled_from(["", *Mode.values]),
    words=st.sampled_from(["", "A court has asked us to."]),
    close_after=st.sampled_from([None, 0, 7]),
    slow=st.sampled_from([None, 0, 60]),
    night=st.sampled_from(["", *Night.values]),
    night_from=st.sampled_from([None, time(22)]),
    night_to=st.sampled_from([None, time(6)]),
    night_until=st.none(),
    held_spam=st.sampled_from([None, 0, 0.5]),
    held_abuse=st.sampled_from([None, 0, 20]),
    own_model=st.sampled_from([None, False]),
)


@given(chain=st.lists(VALUES, max_size=6))
def test_inheriting_is_asking_upwards_until_somebody_answers(chain: list[Clauses]):
    found = inherited(Policy(**clauses._asdict()) for clauses in chain).clauses
    alone = ("close_after", "slow", "held_spam", "held_abuse", "own_model")
    for name, together in (("mode", "words"), ("night", "night_from"), *((name, "") for name in alone)):
        nearest = next((each for each in reversed(chain) if getattr(each, name) not in ("", None)), HOUSE)
        assert getattr(found, name) == getattr(nearest, name)
        if together:
            assert getattr(found, together) == getattr(nearest, together)


@given(chain=st.lists(VALUES, max_size=3))
def test_what_is_empty_changes_nothing_wherever_it_stands(chain: list[Clauses]):
    policies = [Policy(**clauses._asdict()) for clauses in chain]
    assert inherited([*policies, Policy()]) == inherited([Policy(), *policies]) == inherited(policies)


@given(clauses=VALUES)
def test_clauses_are_the_same_after_they_were_written_down(clauses: Clauses):
    until = datetime(2025, 11, 15, 6, tzinfo=ZoneInfo("UTC"))
    for said in (clauses, clauses._replace(night_until=until)):
        assert Clauses.from_json(said.as_json()) == said


@given(depth=st.integers(1, 9))
def test_the_way_from_the_root_is_read_off_a_path(depth: int):
    steps = [f"{number:04}" for number in range(depth)]
    assert ancestors_of("".join(steps)) == ["".join(steps[: end + 1]) for end in range(depth)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_posting_and_reading_know_the_same_terms(front: Page, section: Page, report: Page, now: datetime, data: Any):
    with transaction.atomic():
        for page in (front, section, report):
            set_policy(on=page, clauses=data.draw(VALUES), now=now - DAY)
        for moment in (now, now + 5 * DAY, now + timedelta(hours=14)):
            fresh(report, moment)
        transaction.set_rollback(True)


def test_a_change_is_in_force_with_the_next_post(flood: Page, front: Page, now: datetime):
    assert not post_comment(page=flood, writer=guest(1), text="My first.", now=now).is_published
    set_mode(page=front, mode=Mode.OPEN, now=now)
    assert post_comment(page=flood, writer=guest(2), text="My first.", now=now).is_published
    set_mode(page=front, mode=Mode.CLOSED, now=now)
    with pytest.raises(NotWelcome, match=r"was closed on 14 November 2025\. You can read it"):
        post_comment(page=flood, writer=guest(3), text="My first.", now=now)


def test_what_was_rolled_back_is_not_remembered(flood: Page, now: datetime):
    for mode in (Mode.CLOSED, Mode.OPEN):
        with transaction.atomic():
            set_mode(page=flood, mode=mode, now=now)
            assert fresh(flood, now).mode == mode
            transaction.set_rollback(True)
        assert fresh(flood, now).mode == Mode.FIRST


def test_asking_on_what_terms_costs_no_further_query(
    flood: Page, say: Say, now: datetime, django_assert_num_queries: Any
):
    top = say()
    set_policy(
        on=flood,
        clauses=Clauses(mode="open", close_after=10, night="hours", night_from=time(22), night_to=time(6)),
        now=now,
    )
    grounds_of([Where(flood.pk)], now)
    with django_assert_num_queries(2):
        grounds_of([Where(flood.pk), Where(parent_id=top.pk)] * 8, now)


def test_age_closes_a_discussion_and_says_since_when_and_why(front: Page, report: Page, now: datetime, client: Client):
    set_policy(on=front, clauses=Clauses(mode="open", close_after=3), now=now)
    with pytest.raises(NotWelcome, match="closed on 14 November 2025, 3 days"):
        post_comment(page=report, writer=guest(1), text="Too late?", now=now)
    just_before = now - timedelta(seconds=1)
    assert fresh(report, just_before).closes_at == now
    assert post_comment(page=report, writer=guest(1), text="In time.", now=just_before).is_published
    html = " ".join(client.get(f"/threads/{report.pk}/").text.split())
    assert (
        "This discussion closed on 14 November 2025, 3 days after its report came out. You can still read it." in html
    )
    assert "<textarea" not in html
    assert "/reply/" not in html


def test_a_report_can_be_kept_open_longer_than_its_section(section: Page, report: Page, now: datetime):
    set_policy(on=section, clauses=Clauses(close_after=2), now=now)
    assert fresh(report, now).is_closed
    set_policy(on=report, clauses=Clauses(close_after=0), now=now)
    assert not fresh(report, now).is_closed


@pytest.fixture
def told() -> Callable[[], list[str]]:
    """The marks since the last look."""
    seen = Change.objects.order_by("pk").values_list("pk", flat=True).last() or 0

    def news() -> list[str]:
        nonlocal seen
        rows = list(Change.objects.filter(pk__gt=seen).order_by("pk").values_list("pk", "tags"))
        seen = rows[-1][0] if rows else seen
        return [tags for _pk, tags in rows]

    return news


def test_the_clock_tells_readers_once_when_age_has_closed_a_discussion(
    section: Page, report: Page, flood: Page, now: datetime, told: Callable[[], list[str]]
):
    Page.objects.filter(pk=flood.pk).update(first_published_at=report.first_published_at)
    set_policy(on=section, clauses=Clauses(close_after=4), now=now)
    told()
    tell_closings(now=now + DAY - timedelta(seconds=1))
    assert told() == []
    tell_closings(now=now + DAY)
    assert told() == [f"thread:{report.pk}"]
    tell_closings(now=now + DAY + timedelta(seconds=10))
    assert told() == []


def test_a_clock_that_stood_still_for_days_tells_what_it_missed(
    front: Page, report: Page, now: datetime, told: Callable[[], list[str]]
):
    set_policy(on=front, clauses=Clauses(close_after=4), now=now)
    told()
    tell_closings(now=now + 9 * DAY)
    assert told() == [f"thread:{report.pk}"]


def test_what_is_set_on_a_page_is_told_below_it_and_nowhere_else(
    front: Page, report: Page, now: datetime, told: Callable[[], list[str]]
):
    report.refresh_from_db()
    set_mode(page=report, mode=Mode.CLOSED, now=now)
    assert told() == [f"thread:{report.pk}"]
    set_mode(page=Page.objects.get(pk=front.pk), mode=Mode.CLOSED, now=now)
    assert told() == [f"thread:{front.pk} writing"]


def test_only_readers_who_have_shown_who_they_are_write_where_members_do(
    flood: Page, ben: User, ada: User, now: datetime, client: Client
):
    set_mode(page=flood, mode=Mode.MEMBERS, now=now)
    unknown, known = Writer(account=ben, name="Ben"), Writer(account=ada, by_staff=True, name="Ada")
    for writer in (guest(1), unknown):
        with pytest.raises(MembersOnly):
            post_comment(page=flood, writer=writer, text="Let me in.", now=now)
    assert post_comment(page=flood, writer=known, text="We work here.", now=now).is_published
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    assert post_comment(page=flood, writer=unknown, text="I am Ben.", now=now).is_held
    html = client.get(f"/threads/{flood.pk}/").text
    assert "Only readers who are signed in" in html
    assert "%23comments" in html
    assert 'name="author_name"' not in html


def test_a_guest_is_told_where_to_sign_in_and_keeps_their_words(flood: Page, now: datetime, client: Client, ben: User):
    set_mode(page=flood, mode=Mode.MEMBERS, now=now)
    answer = client.post(f"/threads/{flood.pk}/post/", {"text": "Let me in."}, **FROM_OUR_PAGE)
    assert answer.status_code == 403
    assert "Let me in." in answer.text
    assert "/account/login/?next=" in answer.text
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    client.force_login(ben)
    assert client.post(f"/threads/{flood.pk}/post/", {"text": "Let me in."}, **FROM_OUR_PAGE).status_code == 303


def test_words_for_a_discussion_that_has_closed_meanwhile_can_be_taken_along(
    flood: Page, say: Say, now: datetime, client: Client
):
    top = say()
    set_policy(on=flood, clauses=Clauses(mode="closed", words="A court has asked us to."), now=now)
    answer = client.post(f"/threads/{flood.pk}/post/", {**WORDS, "author_name": ""}, **FROM_OUR_PAGE)
    assert answer.status_code == 409
    assert "A court has asked us to." in answer.text
    assert "The water is at the bridge.</textarea>" in answer.text
    assert 'name="send"' not in answer.text
    page = client.get(f"/comments/{top.pk}/reply/").text
    assert "You can still read it." in page
    assert "<textarea" not in page


def test_at_night_first_comments_wait_unless_somebody_is_on_duty(flood: Page, ada: User, now: datetime):
    Newsroom.objects.update_or_create(pk=1, defaults={"time_zone": "Europe/Berlin"})
    hours = Clauses(mode="open", night="hours", night_from=time(22), night_to=time(6))
    set_policy(on=flood, clauses=hours, now=now)
    evening = datetime(2025, 11, 14, 21, 30, tzinfo=ZoneInfo("UTC"))
    assert post_comment(page=flood, writer=guest(1), text="By day.", now=now).is_published
    assert post_comment(page=flood, writer=guest(2), text="By night.", now=evening).is_held
    assert post_comment(page=flood, writer=guest(1), text="I am known.", now=evening).is_published
    begin_duty(moderator=ada, until=evening + timedelta(hours=2), now=evening)
    assert post_comment(page=flood, writer=guest(3), text="Somebody is up.", now=evening).is_published
    later = evening + timedelta(hours=2)
    assert post_comment(page=flood, writer=guest(4), text="Nobody any more.", now=later).is_held


def test_whenever_nobody_is_on_duty_can_be_night(flood: Page, ada: User, now: datetime):
    set_policy(on=flood, clauses=Clauses(mode="open", night="unwatched"), now=now)
    assert fresh(flood, now).is_night
    begin_duty(moderator=ada, until=now + timedelta(hours=8), now=now)
    assert not fresh(flood, now).is_night
    end_duty(moderator=ada, now=now + timedelta(hours=1))
    assert fresh(flood, now + timedelta(hours=1)).is_night


def test_a_night_that_was_called_is_over_at_its_end_wherever_it_was_called(front: Page, report: Page, now: datetime):
    set_policy(on=front, clauses=Clauses(mode="open", night_until=now + timedelta(hours=8)), now=now)
    set_policy(on=report, clauses=Clauses(night_until=now + timedelta(hours=1)), now=now)
    assert fresh(report, now + timedelta(hours=7)).is_night
    assert not fresh(report, now + timedelta(hours=8)).is_night


def test_new_words_are_screened_on_the_terms_of_the_moment(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    comment = post_comment(page=flood, writer=guest(1), text="The water is high.", now=now)
    set_mode(page=flood, mode=Mode.ALL, now=now)
    assert edit(comment=comment, writer=guest(1), text="The water is very high.", now=now).is_held


def test_elsewhere_what_holds_everywhere_holds(front: Page, now: datetime):
    thread = Thread.objects.create(url=BLOG, place=BLOG, created_at=now)
    parent = Comment.objects.create(thread=thread, status="published", created_at=now, path="0000001")
    [placed] = post_comments([Entry(guest(1), "Hello", None, parent.pk)], now=now)
    assert not placed.is_published
    set_policy(on=front, clauses=Clauses(mode="open", close_after=1), now=now)
    [placed] = post_comments([Entry(guest(2), "Hello", None, parent.pk)], now=now)
    assert placed.is_published
    [refused] = post_comments([Entry(guest(3), "Hello", None, parent.pk)], now=now + DAY)
    assert isinstance(refused, NotWelcome)
    assert terms_of(None, now + DAY, thread=thread).is_closed


def test_a_page_takes_what_is_set_on_it_along(section: Page, report: Page, flood: Page, now: datetime):
    set_mode(page=section, mode=Mode.CLOSED, now=now)
    assert fresh(report, now).is_closed
    report.refresh_from_db()
    report.move(Page.objects.get(pk=flood.pk), pos="last-child")
    assert not terms_of(Page.objects.get(pk=report.pk), now).is_closed
    assert not fresh(report, now).is_closed


def test_held_words_wait_on_whatever_the_terms_become(flood: Page, now: datetime, client: Client):
    held = post_comment(page=flood, writer=guest(1), text="Hidden words.", now=now)
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    held.refresh_from_db()
    assert held.is_held
    assert "Hidden words." not in client.get(f"/threads/{flood.pk}/").text
    set_status(comment=held, status=Status.PUBLISHED)
    assert "Hidden words." in client.get(f"/threads/{flood.pk}/").text
