"""Replying, voting, being held and being approved."""

import pytest

pytestmark = pytest.mark.writes


def said(page, words):
    """Return the comment that says ``words``."""
    return page.locator(".comment", has_text=words).first


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reply_stands_below_what_it_answers(open_browser, newsroom, javascript):
    words = f"The board pays, I asked them {'twice' if javascript else 'once'}."
    page = open_browser(javascript=javascript)
    page.goto(newsroom.places["report"])
    said(page, "Who paid for the pumps?").get_by_role("link", name="Reply").click()
    form = page.locator("form.compose", has=page.locator("[name=text]")).last
    if javascript:
        form = page.locator("form.compose[action*='/reply/']")
    form.get_by_label("Your reply" if not javascript else "Your comment").fill(words)
    form.get_by_label("Your name").fill("Ben")
    with page.expect_navigation():
        form.locator("button[name=send]").click()
    newsroom.settle()
    page.goto(newsroom.places["report"])
    answered = page.locator("li.branch__item", has_text="Who paid for the pumps?").last
    assert answered.get_by_text(words).first.is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_vote_counts(open_browser, newsroom, javascript):
    page = open_browser(javascript=javascript)
    page.goto(newsroom.places["report"])
    comment = said(page, "(3)")
    before = int(comment.locator(".comment__ups").inner_text())
    with page.expect_response(lambda answer: "/vote/" in answer.url):
        comment.locator("button[value='1']").click()
    newsroom.settle()
    page.goto(newsroom.places["report"])
    assert int(said(page, "(3)").locator(".comment__ups").inner_text()) == before + 1


def test_a_doubtful_comment_waits_until_a_moderator_approves(open_browser, editor, newsroom):
    words = "I earn 97$ per hour at home, see https://easy-jobs.example/now and https://more-jobs.example/now"
    cass = open_browser()
    cass.goto(newsroom.places["report"])
    cass.locator("#compose-text").fill(words)
    cass.locator("#compose-name").fill("Cass")
    cass.get_by_role("button", name="Send comment").click()
    cass.get_by_text("moderator").first.wait_for()
    ben = open_browser()
    ben.goto(newsroom.places["report"])
    assert ben.get_by_text("I earn 97$").count() == 0

    editor.goto("/moderation/")
    card = editor.locator("[data-card]", has_text="I earn 97$")
    assert card.locator("mark").count() > 0
    card.get_by_role("button", name="Approve").click()
    editor.get_by_role("button", name="Undo").first.wait_for()
    newsroom.settle()
    ben.goto(newsroom.places["report"])
    assert ben.get_by_text("I earn 97$").first.is_visible()

    with editor.expect_navigation():
        editor.get_by_role("button", name="Undo").first.click()
    newsroom.settle()
    ben.goto(newsroom.places["report"])
    assert ben.get_by_text("I earn 97$").count() == 0
