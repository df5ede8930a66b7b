"""Readers come in by a provider or from the newsroom's own site; what stands beside a name says who writes."""

import pytest

from .people import sign_in_by_code


def write(page, newsroom, words):
    """Write below the report as who is signed in, and return the comment as everybody sees it."""
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()
    newsroom.settle()
    page.goto(newsroom.places["report"])
    comment = page.locator(".comment", has_text=words).first
    comment.wait_for()
    return comment


@pytest.mark.parametrize("javascript", [False, True])
def test_dee_comes_in_through_the_guild_and_writes(open_browser, newsroom, javascript):
    newsroom.guild.person = {"sub": f"d-{javascript}", "name": f"Dee of the Guild {javascript}"}
    newsroom.guild.person |= {"email": f"dee-{javascript}@example.org", "email_verified": True}
    page = open_browser(javascript=javascript, width=360)
    page.goto("/account/login/?next=" + newsroom.places["report"])
    page.get_by_role("button", name="Sign in with The Guild").click()
    page.wait_for_url("**" + newsroom.places["report"])
    comment = write(page, newsroom, f"The Guild's boats lay at the weir, {javascript}.")
    assert comment.locator(".comment__author").inner_text() == f"Dee of the Guild {javascript}"
    assert comment.locator(".comment__badge").count() == 0


@pytest.mark.parametrize("javascript", [False, True])
def test_a_user_of_the_newsrooms_own_site_comes_in_and_stands_there_as_a_supporter(open_browser, newsroom, javascript):
    newsroom.own_site.person = {"sub": f"47-{javascript}", "name": f"Mo Said {javascript}", "badge": "supporter"}
    page = open_browser(javascript=javascript)
    page.goto("/account/login/?next=" + newsroom.places["report"])
    page.get_by_role("link", name="Sign in with The Courier").click()
    page.wait_for_url("**" + newsroom.places["report"])
    comment = write(page, newsroom, f"I read it at the Courier first, {javascript}.")
    assert comment.locator(".comment__author").inner_text() == f"Mo Said {javascript}"
    assert comment.locator(".comment__badge").inner_text() == "Supporter"


def test_who_wrote_the_report_and_who_works_here_is_told_apart(open_browser, newsroom, editor):
    ada = open_browser()
    sign_in_by_code(ada, newsroom, "ada@example.org")
    hers = write(ada, newsroom, "I stood at the mill until six.")
    assert hers.locator(".comment__badge").all_inner_texts() == ["Author of this report"]
    ours = write(editor, newsroom, "We have asked the water board for the log.")
    assert ours.locator(".comment__badge").all_inner_texts() == ["Newsroom"]
