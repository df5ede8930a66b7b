"""A reader makes an account, writes, takes a copy of everything, and leaves."""

import json
from pathlib import Path

import pytest


@pytest.mark.parametrize("javascript", [True, False])
def test_gus_comes_writes_and_leaves(open_browser, newsroom, javascript):
    mail, words = f"gus-{javascript}@example.org".lower(), f"I am off, {'with' if javascript else 'without'} a script."
    page = open_browser(javascript=javascript, width=360)
    page.goto("/account/signup/")
    page.get_by_label("Email").fill(mail)
    page.get_by_label("Your name").fill(f"Gus {javascript}")
    page.locator("main form button").first.click()
    page.get_by_label("Code").wait_for()
    page.get_by_label("Code").fill(newsroom.code_for(mail))
    page.locator("main form button").first.click()
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    if page.locator("#compose-name").is_visible():
        page.locator("#compose-name").fill(f"Gus {javascript}")
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()
    page.goto("/account/")
    page.get_by_role("link", name="Download everything, or delete your account").click()
    with page.expect_download() as copy:
        page.get_by_role("link", name="Download everything (JSON)").click()
    assert json.loads(Path(copy.value.path()).read_text(encoding="utf-8"))["account"]["mail"] == mail
    page.get_by_role("button", name="Delete my account").click()
    page.get_by_text("Nothing was deleted yet").first.wait_for()
    page.get_by_label("They stay, and nobody can see any more that they are yours.").check()
    page.get_by_label("Yes, delete my account").check()
    page.get_by_role("button", name="Delete my account").click()
    page.get_by_role("heading", name="Your account is deleted").wait_for()
    page.goto("/account/")
    page.get_by_role("button", name="Send me a code").wait_for()
