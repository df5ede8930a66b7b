"""Replying, voting, being held and being approved."""

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect


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
    if not javascript:
        page.wait_for_timeout(3_100)  # its page says when it was opened, and who sends sooner waits for a moderator
    with page.expect_navigation():
        form.locator("button[name=send]").click()
    newsroom.settle()
    page.goto(newsroom.places["report"])
    answered = page.locator("li.branch__item", has_text="Who paid for the pumps?").last
    expect(answered.get_by_text(words).first).to_be_visible()


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
    expect(ben.get_by_text("I earn 97$").first).to_be_visible()

    with editor.expect_navigation():
        editor.get_by_role("button", name="Undo").first.click()
    newsroom.settle()
    ben.goto(newsroom.places["report"])
    assert ben.get_by_text("I earn 97$").count() == 0


def test_who_takes_time_to_write_is_published_and_who_does_not_waits(open_browser, newsroom):
    for words, pause in (("Somebody counted the bags by hand.", 3_200), ("Somebody sends what a program wrote.", 0)):
        page = open_browser(is_hasty=False)
        page.goto(newsroom.places["report"])
        with page.expect_response("**/comments/opened.json"):
            page.locator("#compose-text").focus()
        page.locator("#compose-text").fill(words)
        page.locator("#compose-name").fill("Fay")
        page.wait_for_timeout(pause)
        with page.expect_navigation():
            page.get_by_role("button", name="Send comment").click()
        assert ("waits for a moderator" in page.content()) == (pause == 0)


RUSH = """
from datetime import timedelta
from django.utils import timezone
from dateline.discussion.actions import thread_of
from dateline.discussion.models import Comment
from wagtail.models import Page
page = Page.objects.get(slug="the-dyke-at-the-old-mill-held")
thread, now = thread_of(page=page, now=timezone.now()), timezone.now()
{what}
"""
BEGINS = """Comment.objects.bulk_create(
    Comment(thread=thread, status="rejected", author_name="Crowd", device="crowd", text="x", created_at=now)
    for _ in range(60)
)"""
ENDS = 'Comment.objects.filter(device="crowd").update(created_at=now - timedelta(days=1))'


@pytest.fixture
def rush(newsroom):
    """Very many strangers write at this moment."""
    newsroom.dateline("shell", "-v0", "-c", RUSH.format(what=BEGINS))
    time.sleep(5)  # for as long each process believes what it has counted
    yield
    newsroom.dateline("shell", "-v0", "-c", RUSH.format(what=ENDS))
    time.sleep(5)


def test_in_a_rush_a_browser_works_for_its_comment_and_without_a_script_a_moderator_reads_it(
    open_browser, newsroom, rush
):
    page, plain = open_browser(), open_browser(javascript=False)
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill("The sluice is shut, I have just been there.")
    page.locator("#compose-name").fill("Gil")
    assert not [path for path in asked if "proof" in path]
    told = []
    page.expose_function("tell", lambda words: told.append(words))
    page.evaluate(
        "new MutationObserver(([{ addedNodes }]) => addedNodes[0]?.matches?.('.check')"
        " && tell(addedNodes[0].textContent)).observe(document.querySelector('.compose'), { childList: true })"
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()
    assert [path for path in asked if "proof" in path]
    assert [words for words in told if words.startswith("Many comments are arriving at once.")]
    newsroom.settle()
    page.goto(newsroom.places["report"])
    expect(said(page, "The sluice is shut")).to_be_visible()

    plain.goto(newsroom.places["report"])
    plain.locator("#compose-text").fill("The sluice is shut, says my neighbour as well.")
    plain.locator("#compose-name").fill("Hal")
    with plain.expect_navigation():
        plain.get_by_role("button", name="Send comment").click()
    assert "waits for a moderator" in plain.content()
    assert "Very many comments came at once" in plain.content()
