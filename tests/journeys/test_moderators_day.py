"""A moderator works through what waits: takes it, refuses it with a reason, takes that back, notes, and mends."""

import re

import pytest

from .people import sign_in

OFFER = "Google is paying 97$ per hour, see https://scam.example/{0} and https://water.example/{0}"


def write(browser, newsroom, words, name):
    """Post a comment that will wait, in a browser of its own; its page says where it stands."""
    page = browser()
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill(name)
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()
    page.get_by_text("Your comment waits for a moderator").wait_for()
    return page


def sit_down(page, newsroom):
    """Sit down at the desk."""
    sign_in(page, newsroom)
    page.goto("/moderation/")


@pytest.mark.parametrize(("javascript", "width"), [(False, 360), (True, 1280)])
def test_a_comment_is_taken_refused_with_a_reason_and_that_is_taken_back(open_browser, newsroom, javascript, width):
    name = f"Cass {width}"
    author = write(open_browser, newsroom, OFFER.format(width), name)
    desk = open_browser(javascript=javascript, width=width)
    sit_down(desk, newsroom)
    card = desk.locator(".card", has_text=name).first
    card.get_by_role("button", name="Take it and open it").click()
    desk.get_by_text("You look at this").wait_for()

    desk.get_by_label("Reason, told to the author").select_option("Advertising")
    if javascript:
        desk.locator(".card").focus()
        desk.keyboard.press("r")
    else:
        desk.get_by_role("button", name="Reject").click()
    desk.get_by_text("was rejected").wait_for()
    author.reload()
    author.get_by_text("It advertises something.").wait_for()

    if javascript:
        desk.keyboard.press("z")
    else:
        desk.get_by_role("button", name="Undo").first.click()
    desk.get_by_text("was taken back").wait_for()
    author.reload()
    author.get_by_text("Your comment waits for a moderator").wait_for()
    assert author.get_by_text("It advertises something.").count() == 0
    assert desk.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("javascript", "width"), [(False, 1280), (True, 360)])
def test_a_person_is_noted_and_a_link_is_taken_out_of_their_words(open_browser, newsroom, javascript, width):
    name = f"Dora {width}"
    author = write(open_browser, newsroom, OFFER.format(width), name)
    desk = open_browser(javascript=javascript, width=width, dark=True)
    sit_down(desk, newsroom)
    desk.locator(".card", has_text=name).first.get_by_role("link", name=name).click()
    desk.get_by_label("What should other moderators know?").fill("Sells shoes, too.")
    desk.get_by_role("button", name="Note it").click()
    desk.get_by_text("Sells shoes, too.").wait_for()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width

    desk.goto("/moderation/")
    card = desk.locator(".card", has_text=name).first
    card.get_by_text("Sells shoes, too.").wait_for()
    card.get_by_text("Remove a link").click()
    card.get_by_label(f"https://water.example/{width}").uncheck()
    card.get_by_role("button", name="Remove", exact=True).click()
    desk.get_by_text("was shortened").wait_for()
    author.goto("/comments/mine/")
    author.get_by_text("A moderator has taken a link out of it.").wait_for()
    words = author.locator(".comment__words").first.inner_text()
    assert words == f"Google is paying 97$ per hour, see [link removed] and https://water.example/{width}"


def test_the_desk_is_worked_by_keys_alone(open_browser, newsroom):
    for number in (1, 2):
        write(open_browser, newsroom, OFFER.format(f"keys-{number}"), f"Emil {number}")
    desk = open_browser()
    sit_down(desk, newsroom)
    desk.keyboard.press("?")
    desk.get_by_text("undo what was done last").wait_for()
    first = desk.locator(".card").first.get_attribute("id")
    desk.keyboard.press("j")
    assert desk.evaluate("document.activeElement.id") != first
    desk.keyboard.press("k")
    assert desk.evaluate("document.activeElement.id") == first
    desk.keyboard.press("3")
    assert desk.locator(".card select[name=reason]").first.input_value() == "Advertising"
    desk.locator(".card").first.get_by_text("looks at this").wait_for(state="hidden")
    desk.keyboard.press("s")
    desk.wait_for_url(re.compile(r"done=\d+"))
    assert desk.locator(f"#{first}").count() == 0
    desk.keyboard.press("z")
    desk.locator(f"#{first}").wait_for()
