"""Closing a discussion and opening it again, being on duty, and what readers see of it: all without JavaScript."""

import pytest
from playwright.sync_api import expect

from .people import sign_in


@pytest.fixture
def moderator(open_browser, newsroom):
    """The editor at the desk, in a browser without JavaScript."""
    page = open_browser(javascript=False)
    sign_in(page, newsroom)
    return page


def test_a_moderator_closes_a_discussion_with_a_reason_and_undoes_it(moderator, open_browser, newsroom):
    moderator.goto(f"/moderation/threads/{newsroom.places['report_id']}/")
    moderator.get_by_label("Who may write, and what waits").select_option("closed")
    moderator.get_by_label("Where it is closed: why, told to readers").fill("A court has asked us to.")
    moderator.get_by_label("Why? For other moderators").fill("Letter of today")
    moderator.get_by_role("button", name="Save").click()
    moderator.get_by_text("Letter of today").wait_for()

    newsroom.settle()
    reader = open_browser(javascript=False, width=360)
    reader.goto(newsroom.places["report"])
    expect(reader.get_by_text("A court has asked us to.")).to_be_visible()
    assert reader.locator("#compose-text").count() == 0
    assert reader.get_by_role("link", name="Reply", exact=True).count() == 0

    moderator.get_by_role("button", name="Undo").first.click()
    moderator.get_by_text("taken back").first.wait_for()
    newsroom.settle()
    reader.goto(newsroom.places["report"])
    expect(reader.locator("#compose-text")).to_be_visible()


def test_a_section_s_terms_hold_below_it_and_say_where_they_come_from(moderator, open_browser, newsroom):
    moderator.goto(f"/moderation/threads/{newsroom.places['section_id']}/")
    moderator.get_by_label("Slow mode").select_option("300")
    moderator.get_by_role("button", name="Save").click()
    moderator.goto(f"/moderation/threads/{newsroom.places['report_id']}/")
    row = moderator.get_by_role("row", name="Slow mode")
    assert "One comment every 5 minutes" in row.inner_text()
    expect(row.get_by_role("link", name="River desk")).to_be_visible()

    newsroom.settle()
    reader = open_browser(javascript=False)
    for words, answer in (
        ("The pumps are silent.", "waits for a moderator"),
        ("And so am I.", "This discussion is slow."),
    ):
        reader.goto(newsroom.places["report"])
        expect(reader.get_by_text("Here everybody writes once in 5 minutes.")).to_be_visible()
        reader.get_by_label("Your comment").fill(words)
        reader.get_by_label("Your name").fill("Hasty")
        reader.get_by_role("button", name="Send comment").click()
        if answer == "This discussion is slow.":
            expect(reader.get_by_text(answer)).to_be_visible()
            assert reader.get_by_label("Your comment").input_value() == words

    moderator.goto(f"/moderation/threads/{newsroom.places['section_id']}/")
    moderator.get_by_role("button", name="Undo").first.click()
    newsroom.settle()


def test_night_is_called_and_over_when_somebody_is_on_duty(moderator):
    moderator.goto("/moderation/")
    moderator.get_by_role("navigation", name="Moderation").get_by_role("link", name="Who may write").click()
    moderator.get_by_role("button", name="Hold them").click()
    expect(moderator.get_by_text("It is night: first comments wait")).to_be_visible()
    moderator.get_by_role("button", name="I am on duty").click()
    expect(moderator.get_by_text("It is night")).to_have_count(0)
    moderator.get_by_role("button", name="I am off duty").click()
    expect(moderator.get_by_text("Nobody is on duty.")).to_be_visible()
    expect(moderator.get_by_text("It is night")).to_have_count(0)
