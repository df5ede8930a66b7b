"""People are warned, suspended, banned and silently held, each with a way back; who may write; readers see the sums."""

import time

import pytest
from playwright.sync_api import expect

from .conftest import PATIENCE
from .test_moderators_day import sit_down

CLEAN = "The lower field has dried, says aunt {}."  # too short to be a copy of what another journey says


def say(page, newsroom, words, name):
    """Write below the second report."""
    page.goto(newsroom.places["meadow"])
    page.locator("#compose-text").fill(words)
    if page.locator("#compose-name").count():
        page.locator("#compose-name").fill(name)
    page.get_by_role("button", name="Send comment").click()
    page.wait_for_load_state()


def number_of(page, newsroom, words):
    """The number of a comment that stands there."""
    newsroom.settle()
    page.goto(newsroom.places["meadow"])
    return page.locator(".comment", has_text=words).first.get_attribute("id").removeprefix("c")


def restrain(desk, number, kind, words):
    """Do it from the comment's own page at the desk."""
    desk.goto(f"/moderation/comments/{number}/")
    desk.locator("summary", has_text="The person").click()
    form = desk.locator("form", has=desk.locator("[name=kind]"))
    form.locator("[name=kind]").select_option(kind)
    form.locator("[name=days]").select_option("3")
    desk.get_by_label("Reason, told to them").fill(words)
    desk.get_by_role("button", name="Do it").click()
    desk.wait_for_load_state()


@pytest.fixture
def desk(open_browser, newsroom):
    page = open_browser(javascript=False, width=360)
    sit_down(page, newsroom)
    return page


@pytest.mark.parametrize("kind", ["suspended", "banned"])
def test_who_is_kept_out_reads_why_and_writes_again_once_that_is_lifted(open_browser, newsroom, desk, kind):
    guest, name = open_browser(javascript=False), f"Ole {kind}"
    say(guest, newsroom, CLEAN.format(kind), name)
    restrain(desk, number_of(guest, newsroom, CLEAN.format(kind)), kind, "You called a neighbour names.")
    say(guest, newsroom, "And the upper field?", name)
    expect(guest.get_by_text("You called a neighbour names.").first).to_be_visible()
    assert guest.locator("#compose-text").input_value() == "And the upper field?"

    desk.goto("/moderation/people/")
    desk.locator(".decision", has_text=name).first.get_by_role("button", name="Lift").click()
    say(guest, newsroom, f"And the upper field, {kind}?", name)
    assert number_of(guest, newsroom, f"And the upper field, {kind}?")


def test_who_is_warned_reads_it_and_may_write(open_browser, newsroom, desk):
    guest = open_browser(javascript=False)
    say(guest, newsroom, CLEAN.format("warned"), "Ole W")
    restrain(desk, number_of(guest, newsroom, CLEAN.format("warned")), "warned", "Keep to the matter.")
    guest.goto("/comments/mine/")
    expect(guest.get_by_text("Keep to the matter.")).to_be_visible()
    say(guest, newsroom, "I shall, thank you.", "Ole W")
    assert number_of(guest, newsroom, "I shall, thank you.")


def test_who_is_silently_held_sees_that_they_wait_and_nobody_else_reads_them(open_browser, newsroom, desk):
    guest, reader = open_browser(javascript=False), open_browser(javascript=False)
    say(guest, newsroom, CLEAN.format("shadowed"), "Ole S")
    restrain(desk, number_of(guest, newsroom, CLEAN.format("shadowed")), "shadowed", "")
    say(guest, newsroom, "Whoever is held says this.", "Ole S")
    expect(guest.get_by_text("Your comment waits for a moderator")).to_be_visible()
    newsroom.settle()
    reader.goto(newsroom.places["meadow"])
    assert reader.get_by_text("Whoever is held says this.").count() == 0


def test_what_was_spam_is_held_and_stands_again(open_browser, newsroom, desk):
    guest, words = open_browser(javascript=False), CLEAN.format("restored")
    say(guest, newsroom, words, "Ole R")
    number = number_of(guest, newsroom, words)
    for press, there in (("Spam", False), ("Hold", False), ("Approve", True)):
        desk.goto(f"/moderation/comments/{number}/")
        desk.get_by_role("button", name=press).first.click()
        desk.get_by_role("button", name="Undo").first.wait_for()
        newsroom.settle()
        guest.goto(newsroom.places["meadow"])
        assert (guest.locator(f"#c{number}", has_text=words).count() == 1) is there


def test_a_report_from_a_reader_is_left_by_a_moderator(open_browser, newsroom, desk):
    guest = open_browser(javascript=False)
    words = CLEAN.format("reported")
    say(guest, newsroom, words, "Ole T")
    number = number_of(guest, newsroom, words)
    reader = open_browser(javascript=False)
    reader.goto(newsroom.places["meadow"])
    reader.locator(f"#c{number}").get_by_role("link", name="Report").click()
    reader.locator("input[type=radio]").first.check()
    reader.get_by_label("Anything to add?").fill("My aunt was not there.")
    reader.get_by_role("button", name="Send report").click()
    reader.get_by_role("heading", name="Thank you").wait_for()
    desk.goto("/moderation/")
    card = desk.locator(".card", has_text=words)
    expect(card.get_by_text("My aunt was not there.")).to_be_visible()
    card.get_by_role("button", name="Leave it").click()
    desk.goto("/moderation/")
    assert desk.locator(".card", has_text=words).count() == 0


@pytest.mark.parametrize("mode", ["members", "all"])
def test_members_only_and_everything_held(open_browser, newsroom, desk, mode):
    guest, words = open_browser(javascript=False), CLEAN.format(f"in mode {mode}")
    say(guest, newsroom, CLEAN.format(f"before {mode}"), "Ole M")
    desk.goto(f"/moderation/threads/{newsroom.places['meadow_id']}/")
    desk.get_by_label("Who may write, and what waits").select_option(mode)
    desk.get_by_role("button", name="Save").click()
    newsroom.settle()
    guest.goto(newsroom.places["meadow"])
    if mode == "members":
        expect(guest.locator("#comments").get_by_role("link", name="Sign in")).to_be_visible()
        assert guest.locator("#compose-name").count() == 0
        say(guest, newsroom, words, "")
        assert guest.locator("#compose-text").input_value() == words
    else:
        say(guest, newsroom, words, "Ole M")
        expect(guest.get_by_text("Your comment waits for a moderator")).to_be_visible()
    desk.goto(f"/moderation/threads/{newsroom.places['meadow_id']}/")
    desk.get_by_role("button", name="Undo").first.click()
    desk.get_by_text("taken back").first.wait_for()


def test_a_preview_is_shown_and_nothing_is_sent(open_browser, newsroom):
    page = open_browser(javascript=False)
    page.goto(newsroom.places["meadow"])
    page.locator("#compose-text").fill("It is **dry** now.")
    page.locator("#compose-name").fill("Pat")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("strong", has_text="dry")).to_be_visible()
    assert page.locator("#compose-text").input_value() == "It is **dry** now."
    newsroom.settle()
    page.goto(newsroom.places["meadow"])
    assert page.get_by_text("It is dry now.").count() == 0


def test_readers_see_how_there_is_moderated(open_browser, newsroom):
    page = open_browser(javascript=False, width=360)
    page.goto("/")
    page.get_by_role("link", name="How we moderate").click()
    page.get_by_role("heading", name="How we moderate", level=1).wait_for()
    until = time.monotonic() + PATIENCE  # the days before the first one served are counted when there is time
    while not page.get_by_role("link", name="JSON").count():
        assert time.monotonic() < until, "Nothing was counted."
        page.wait_for_timeout(1000)
        page.reload()
    page.get_by_role("link", name="JSON").click()
    assert "received" in page.locator("body").inner_text()
