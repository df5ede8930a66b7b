"""``dateline demo`` fills an empty house once, and the house is then what the files say."""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker, Settings
from wagtail.models import Site

from dateline.atlas.models import DrawnMap
from dateline.discussion.models import Comment, Status, Thread, latest_verdict
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, Gift, Posting
from dateline.funding.models.ledger import Leg
from dateline.imports.models import Made
from dateline.imports.sample import contents, illustrations
from dateline.imports.sample.diary import Diary
from dateline.imports.sample.loading.plan import all_steps
from dateline.moderation.models import Decision
from dateline.people.models import Newsroom, User
from dateline.reports.models import Author, Claim, Correction, Picture, ReportPage, SectionPage, StandingPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # Wagtail leaves the files of its renditions open
]


NOW = datetime(2025, 11, 14, 9, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """The moment of loading, also for the house that all tests here share."""
    return NOW


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shared house's pictures."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def own_media(media: Path, settings: Settings) -> Path:
    """Every test here reads the pictures that were loaded once."""
    settings.MEDIA_ROOT = media
    return media


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker, media: Path) -> Iterator[str]:
    """The house after one run, and the command's words. Loaded once, taken back after the last test.

    Pictures are drawn small: what they look like is not asked here.
    """
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), pytest.MonkeyPatch.context() as patch:
        patch.setattr(illustrations, "WIDE", (160, 107))
        patch.setattr(illustrations, "SQUARE", (64, 64))
        with transaction.atomic():
            yield demo(NOW)
            transaction.set_rollback(True)
    gc.collect()  # here, where Wagtail's open files are forgiven, and not in somebody else's test


@pytest.fixture
def loaded(house: str, db: None) -> str:
    """The shared house; what a test changes in it is taken back."""
    return house


def test_what_is_claimed_stands_in_its_report_and_in_the_situation(loaded: str, client: Client) -> None:
    written = contents.read_table("claims", Diary(NOW, ZoneInfo("UTC"), contents.facts()))["claims"]
    assert Claim.objects.count() == len(written)
    assert not Claim.objects.stale().exists()
    page = client.get("/the-flood-on-the-vess/").content.decode()
    for word in ("confirmed", "reported", "claimed", "disputed", "expected", "superseded"):
        assert f'claim claim--{word}"' in page
    assert "km a day" in page
    assert "GeoNames" not in page, "the sample's country is nowhere"
    night = client.get(f"/the-flood-on-the-vess/?at={NOW.date() - timedelta(days=17)}").content.decode()
    assert "1,340 people were told to leave" in night
    assert "231 homes" not in night
    report = client.get(ReportPage.objects.get(slug="long-bank-breaks-above-aldermarsh").url).content.decode()
    assert report.count('class="claim-mark') >= 9


def demo(now: datetime) -> str:
    out = io.StringIO()
    call_command("demo", now=now.isoformat(), stdout=out)
    return out.getvalue()


def test_the_paper_is_whole(loaded: str) -> None:
    assert ReportPage.objects.live().count() == 13
    assert SectionPage.objects.live().count() == 3
    assert StandingPage.objects.live().count() == 2
    assert Author.objects.count() == 4
    assert DrawnMap.objects.count() == 5
    assert Picture.objects.count() == 13
    assert Correction.objects.count() == 2
    assert Newsroom.load().name == "The Vess Valley Courier"
    assert "is ready" in loaded


def test_the_live_report_has_twelve_entries_newest_first(loaded: str) -> None:
    entries = ReportPage.objects.get(slug="the-night-of-the-crest").live_entries
    times = [entry["time"] for entry in entries]
    assert len(times) == 12
    assert times == sorted(times, reverse=True)


def test_one_discussion_is_long_and_deep(loaded: str) -> None:
    thread = Thread.objects.get(page__slug="long-bank-breaks-above-aldermarsh")
    assert thread.comment_count >= 60
    assert max(thread.comments.values_list("depth", flat=True)) >= 6


def test_what_waits_says_why_and_what_was_decided_says_who(loaded: str) -> None:
    held = Comment.objects.filter(status=Status.HELD)
    assert held.count() >= 4
    for comment in held:
        assert latest_verdict(comment).reasons, comment.text
    assert Decision.objects.filter(moderator__username="ada").count() >= 3
    assert Comment.objects.filter(status=Status.SPAM).count() >= 3


def test_of_what_waits_the_lively_discussion_comes_first(loaded: str) -> None:
    waiting = Comment.objects.waiting().select_related("thread").most_urgent_first()
    plain = [each.thread.comment_count for each in waiting if each.author_name in {"newreader_88", "wahlbeobachter"}]
    assert plain == sorted(plain, reverse=True)
    assert len(set(plain)) == 2


def test_last_month_closed_at_96_percent_and_this_one_runs(loaded: str, now: datetime) -> None:
    last, running = Drive.objects.order_by("-starts_at")[1], Drive.objects.order_by("-starts_at")[0]
    mode = current_mode()
    assert Leg.objects.raised(last, mode) == last.goal * 96 // 100
    assert 0 < Leg.objects.raised(running, mode) < running.goal
    assert running.starts_at <= now < running.ends_at


def test_nothing_lies_in_the_future_and_nothing_is_older_than_three_weeks(loaded: str, now: datetime) -> None:
    for report in ReportPage.objects.live():
        assert now - timedelta(days=22) < report.first_published_at < now
        assert report.updated_at is None or report.updated_at < now
    assert not Comment.objects.filter(created_at__gte=now).exists()
    assert not Gift.objects.filter(received_at__gt=now).exists()


def test_nobody_can_sign_in_as_somebody_of_the_cast(loaded: str) -> None:
    assert User.objects.count() == 5
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert not User.objects.in_charge().exists()


def test_a_second_run_changes_nothing(loaded: str, now: datetime) -> None:
    models = (ReportPage, Comment, Gift, Posting, Decision, Picture, Made)
    before = [model.objects.count() for model in models]
    assert "nothing was changed" in demo(now + timedelta(days=3))
    assert [model.objects.count() for model in models] == before


def test_what_an_editor_deleted_stays_deleted(loaded: str, now: datetime) -> None:
    ReportPage.objects.get(slug="old-bridge-passes").delete()
    assert "nothing was changed" in demo(now)
    assert not ReportPage.objects.filter(slug="old-bridge-passes").exists()


def test_it_can_be_loaded_in_the_first_minute_of_a_month() -> None:
    assert all_steps(datetime.fromisoformat("2026-01-01T00:00:30-04:00"))


@pytest.mark.thorough
def test_every_link_of_ours_answers(loaded: str, client: Client) -> None:
    root = Site.objects.get(is_default_site=True).root_page
    seen, todo = set(), ["/", *(page.url for page in root.get_descendants().live())]
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        if len(seen) < 22:
            found = re.findall(r'href="(/(?!newsroom|account|give|static)[^"#?]*)"', response.content.decode())
            todo += [link for link in found if link.endswith("/") and link not in seen][:40]
