"""A guest edits and deletes their own words, quotes others, and reads a thread their own way."""

import pytest
from playwright.sync_api import expect


def write(page, newsroom, words, name="Dee"):
    """Post a comment below the report."""
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill(name)
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_slip_is_mended_and_the_comment_deleted(open_browser, newsroom, javascript):
    words = f"The brige is closed, {'with' if javascript else 'without'} a script."
    page = open_browser(javascript=javascript, width=360)
    write(page, newsroom, words)
    page.goto("/comments/mine/")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Your comment").fill(words.replace("brige", "*bridge*"))
    page.get_by_role("button", name="Preview").click()
    assert page.locator(".compose-preview em").inner_text() == "bridge"
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The bridge is closed").first.wait_for()
    page.goto("/comments/mine/")
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    page.get_by_text("You deleted your comment.").wait_for()


def test_a_reply_quotes_what_it_answers(open_browser, newsroom):
    page = open_browser(javascript=False)
    page.goto(newsroom.places["report"])
    comment = page.locator(".comment", has_text="Who paid for the pumps?").first
    comment.get_by_role("link", name="Reply").click()
    page.get_by_role("link", name="Quote these words").click()
    assert page.get_by_label("Your reply").input_value().startswith("> Who paid for the pumps?")
    page.get_by_label("Your name").fill("Dee")
    page.get_by_role("button", name="Preview").click()
    assert page.locator(".compose-preview blockquote").inner_text().startswith("Who paid for the pumps?")


@pytest.mark.parametrize("javascript", [True, False])
def test_whom_one_mutes_one_reads_no_more(open_browser, newsroom, javascript):
    page = open_browser(javascript=javascript)
    page.goto(newsroom.places["report"])
    comment = page.locator(".comment", has_text="Who paid for the pumps?").first
    name = comment.locator(".comment__author").inner_text()
    comment.get_by_role("link", name="Report").click()
    page.get_by_role("button", name=f"Mute {name}").click()
    page.get_by_role("button", name=f"Unmute {name}").wait_for()
    page.goto(newsroom.places["report"])
    if not javascript:
        page.get_by_role("link", name="Your view").click()
    fold = page.locator(".comment__muted").first
    fold.wait_for()
    words = page.get_by_text("Who paid for the pumps?").first
    assert not words.is_visible()
    fold.locator("summary").click()
    expect(words).to_be_visible()
    other = open_browser()
    other.goto(newsroom.places["report"])
    expect(other.get_by_text("Who paid for the pumps?").first).to_be_visible()


def test_what_is_new_since_the_last_visit_is_marked_without_a_script(open_browser, editor, newsroom):
    page, other = open_browser(javascript=False), open_browser()
    page.goto(newsroom.places["report"])
    page.get_by_role("link", name="Your view").click()
    page.get_by_role("button", name="Remember how far I have read").click()
    page.get_by_text("Nothing on this page is new").wait_for()
    write(other, newsroom, "The ferry runs again since noon.", name="Eve")
    if "/mine/" in other.url:  # a first comment waits, unless an earlier journey has opened the thread
        editor.goto("/moderation/")
        card = editor.locator("[data-card]", has_text="The ferry runs again")
        with editor.expect_navigation():
            card.get_by_role("button", name="Approve").click()
    page.reload()
    page.get_by_text("1 comment on this page is new since your last visit.").wait_for()
    new = page.locator(".comment", has=page.locator(".comment__new"))
    assert "The ferry runs again" in new.inner_text()
