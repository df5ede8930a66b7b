"""What open pages are told: once per change, after the pages are right, and only what is public."""

import json
from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from dateline.delivery.changes import changes
from dateline.delivery.keeping import store
from dateline.delivery.marks import mark
from dateline.delivery.store.wire import LONGEST, Ear
from dateline.delivery.tender import Tender
from dateline.discussion.actions import record_comment, thread_of
from dateline.front.news import news_of
from dateline.front.pages import render, render_parts
from dateline.funding.actions import open_drive
from dateline.lib.money import whole
from dateline.people.models import Newsroom
from dateline.reports.actions import Story, add_live_entry, correct, open_section, record_report, state_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(now):
    story = Story(headline="Levee holds", slug="levee", body=[("text", "<p>Words.</p>")])
    return record_report(section=open_section(title="Town", slug="town"), story=story, now=now, published_at=now)


@pytest.fixture
def tender(settings, tmp_path, report):
    settings.DELIVERY_FOLDER = str(tmp_path / "pages")
    store.cache_clear()
    one = Tender(store(), changes(), maker="test")
    one.begin()
    settle(one)
    yield one
    store.cache_clear()


@pytest.fixture
def ear(tender):
    one = Ear(store().files.folder, store().files.gauge)
    one.hear()
    return one


def settle(tender):
    while tender.step():
        pass


def say(report, now, text):
    thread = thread_of(page=report, now=now)
    record_comment(thread=thread, author_name="Ben", text=text, created_at=now, now=now)
    return mark(f"thread:{report.pk}")


def heard(ear):
    """Return what was told since this was last asked: number, kind and data of each."""
    news = ear.hear()
    return [(line.number, line.kind.decode(), json.loads(line.data)) for line in news.fresh] if news else []


def test_a_comment_is_told_with_the_number_that_its_writer_is_led_with(tender, ear, report, now):
    number = say(report, now, "The second step.")
    settle(tender)
    assert heard(ear) == [(number, "comments", {"on": f"thread:{report.pk}", "count": 1})]


def test_who_loads_the_page_on_the_word_sees_the_change(tender, ear, report, now, monkeypatch):
    seen = []
    append = tender.teller.wire.append

    def look_then_append(number, news):
        page = store().files.folder / "pages/town/levee/index.html"
        is_right = not page.exists() or "second step" in page.read_text()  # one that takes long is made when asked for
        seen.append(is_right and store().files.gauge.read("settled") >= number)
        append(number, news)

    monkeypatch.setattr(tender.teller.wire, "append", look_then_append)
    say(report, now, "The second step.")
    settle(tender)
    assert seen == [True]


def test_what_changes_nothing_that_is_told_wakes_nobody(tender, ear, report, now):
    say(report, now, "One.")
    settle(tender)
    heard(ear)
    mark(f"thread:{report.pk}")  # a vote
    settle(tender)
    assert heard(ear) == []


def test_a_tender_killed_before_it_told_is_made_up_for(tender, ear, report, now, monkeypatch):
    class Killed(BaseException):
        pass

    def die(number, tags):
        raise Killed

    number = say(report, now, "The second step.")
    monkeypatch.setattr(tender.teller, "tell", die)
    with pytest.raises(Killed):
        tender.step()
    assert heard(ear) == []
    other = Tender(store(), changes(), maker="test")
    other.begin()
    settle(other)
    assert [each[0] for each in heard(ear)] == [number]


def test_a_tender_killed_after_it_told_tells_nothing_twice(tender, ear, report, now, monkeypatch):
    say(report, now, "The second step.")
    with monkeypatch.context() as killed:
        killed.setattr(store(), "note", lambda *_: None)  # before it wrote down how far it came
        tender.step()
    assert len(heard(ear)) == 1
    other = Tender(store(), changes(), maker="test")
    other.begin()
    settle(other)
    assert heard(ear) == []


def test_news_that_cannot_be_made_keeps_no_page_from_being_right(tender, ear, report, now, monkeypatch):
    monkeypatch.setattr("dateline.delivery.telling.news_of", lambda: lambda _tags: [][1])
    say(report, now, "The second step.")
    settle(tender)
    assert "second step" in (store().files.folder / "pages/town/levee/index.html").read_text()
    assert heard(ear) == []


def test_a_page_that_not_everybody_reads_is_not_told_of(report, now):
    say(report, now, "Words.")
    report.unpublish()
    assert news_of(frozenset({f"thread:{report.pk}", f"page:{report.pk}"})) == []


def test_a_correction_says_what_it_says_and_where(report, now):
    one = correct(report=report, text="It was Tuesday. " * 40, by=None, now=now)
    (news,) = news_of(frozenset({f"page:{report.pk}", "reports"}))
    assert news.kind == "correction"
    assert news.data["place"] == f"#correction-{one.pk}"
    assert news.data["words"].startswith("It was Tuesday.")
    assert len(news.packed()) < LONGEST


def test_of_updates_and_live_entries_the_latest_is_told(now):
    section = open_section(title="Town", slug="town")
    live = Story(headline="The night", slug="night", coverage={"start": now - timedelta(hours=2)})
    report = record_report(section=section, story=live, now=now, published_at=now - timedelta(hours=1))
    add_live_entry(report=report, headline="Pumps start", text="<p>Seen.</p>", author=None, by=None, now=now)
    report.refresh_from_db()
    (entry,) = news_of(frozenset({f"page:{report.pk}"}))
    assert entry.data["words"] == "Pumps start"
    assert entry.data["place"].startswith("#entry-")
    state_update(report=report, text="All dry.", by=None, now=now + timedelta(minutes=1))
    (update,) = news_of(frozenset({f"page:{report.pk}"}))
    assert update.data["words"] == "All dry."


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_the_meter_is_told_as_it_is_drawn(now, language, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    Newsroom.objects.update_or_create(pk=Newsroom.load().pk, defaults={"language": language})
    open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting.")
    (news,) = news_of(frozenset({"money"}))
    page = render_parts(["meter"])["meter"].decode()
    assert str(news.data["words"]) in page.replace("&#x27;", "'")
    assert f'x="{news.data["pace"]}%" y="0"' in page
    for tick in news.data["ticks"]:
        assert f'x="{tick}%"' in page
    assert len(news.packed()) < LONGEST


def test_a_round_of_news_costs_no_more_for_many_reports(report, now, django_assert_max_num_queries):
    others = [
        record_report(
            section=open_section(title="Town", slug="town"),
            story=Story(headline=f"Report {number}", slug=f"report-{number}"),
            now=now,
            published_at=now,
        )
        for number in range(6)
    ]
    tags = {f"{word}:{one.pk}" for one in [report, *others] for word in ("thread", "page")}
    with django_assert_max_num_queries(6):
        news_of(frozenset(tags))


def test_without_tags_that_mean_anything_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert news_of(frozenset({"membership", "page:", "thread:x"})) == []


def test_who_publishes_in_another_language_has_the_meter_told_in_it(now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting.")
    newsroom = Newsroom.load()
    newsroom.language = "de"
    newsroom.save()
    [told] = news_of(frozenset({"frame"}))
    assert told.data["words"] == "0\xa0$ von 5.000\xa0$"


def test_the_page_listens_to_what_is_told(report, now):
    say(report, now, "One.")
    page = render("/town/levee/").content.decode()
    for channel in (f"thread:{report.pk}", f"page:{report.pk}"):
        assert f'data-live="{channel}"' in page
    assert 'data-count="1"' in page
    assert render_to_string("front/_thread_slot.html", {"page": report}) in page
