"""An editor writes and publishes; a scheduled report comes out by itself; an archive comes in."""

import time

from playwright.sync_api import expect

from dateline.imports.record import Comment
from dateline.imports.tests.dumps import bulleted
from dateline.imports.tests.dumps import page as dump

from .conftest import run

PATIENCE = 90  # seconds until the clock of ``serve`` has certainly ticked


def publish(editor):
    """Press Publish, which the editor keeps in the menu beside Save draft."""
    editor.locator("[data-edit-form] footer button[aria-label*='actions' i], footer .w-dropdown__toggle").first.click()
    editor.locator("button[name='action-publish']").click()
    editor.locator(".messages .success").wait_for()


def test_a_report_is_written_published_and_read(editor, open_browser, newsroom):
    editor.goto(f"/newsroom/pages/add/reports/reportpage/{newsroom.places['section_id']}/")
    editor.locator("#id_title").fill("Sandbags are dry again")
    editor.locator("#id_standfirst").fill("The school gym is a gym again.")
    publish(editor)
    ben = open_browser()
    newsroom.settle()
    ben.goto("/")
    ben.get_by_role("link", name="Sandbags are dry again").first.click()
    expect(ben.get_by_text("The school gym is a gym again.").first).to_be_visible()


def test_a_scheduled_report_comes_out_by_itself(page, newsroom):
    path = run(newsroom.home, "-m", "tests.journeys.later", "The bridge opens on time")
    until = time.monotonic() + PATIENCE
    while page.goto(path).status == 404:
        assert time.monotonic() < until, "It never came out."
        page.wait_for_timeout(1000)
    assert page.get_by_role("heading", level=1).inner_text() == "The bridge opens on time"


def test_an_archived_page_is_imported_published_and_read(editor, open_browser, newsroom, tmp_path):
    file = tmp_path / "mill.txt"
    tree = [Comment(0, "Dee", "I was there that night.", [Comment(0, "Ben", "So was I, with a lamp.")])]
    file.write_text(dump(comments=bulleted(tree)), encoding="utf-8")
    said = newsroom.dateline("import", "page", str(file), "--published", "2021-02-04")
    where = said.rsplit("/newsroom/", 1)[1].rstrip().rstrip(".")
    editor.goto(f"/newsroom/{where}")
    publish(editor)
    ben = open_browser(javascript=False)
    ben.goto("/from-the-archive/dyke-at-old-mill-holds-through-second-night/")
    expect(ben.locator("time[datetime^='2021-02-04']").first).to_be_visible()
    inner = ben.locator("li.branch__item li.branch__item", has_text="So was I, with a lamp.")
    expect(inner).to_be_visible()
