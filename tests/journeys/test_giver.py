"""Dee gives, covers the fee, dedicates it; her words wait; she finds her gifts, and takes herself off them."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from .people import sign_in

if TYPE_CHECKING:
    from .conftest import Newsroom, Opener


def give(page: Page, *, mail: str, name: str, message: str) -> None:
    """Fill the form, read what it adds, pay."""
    page.goto("/give/")
    page.get_by_label("10 $", exact=True).check()
    page.get_by_text("Adds 0.61 $, so that all 10 $ arrive.").wait_for()
    box = page.get_by_label("Cover the payment’s fee too")
    assert not box.is_checked()
    page.get_by_label("25 $", exact=True).check()
    page.get_by_text("Adds 1.06 $, so that all 25 $ arrive.").wait_for()
    box.check()
    page.get_by_label("In honour or in memory of somebody").fill("In memory of Ada")
    page.get_by_label("my name and the amount").check()
    page.get_by_label("Your name").fill(name)
    page.get_by_label("A few words").fill(message)
    page.get_by_label("Your mail address").fill(mail)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("1.06 $ of it is meant for the payment’s fee.").wait_for()
    page.get_by_text("In memory of Ada").wait_for()
    page.get_by_role("link", name="Go on: 26.06 $ once").click()
    page.get_by_role("button", name="Pay 26.06 $").click()
    page.wait_for_url("**/thanks/**")
    page.get_by_text("Your 26.06 $ has arrived.").wait_for()


def come_in(page: Page, newsroom: Newsroom, mail: str, name: str) -> None:
    """Make an account by the code, from My gifts and back to it."""
    page.goto("/give/mine/")
    page.get_by_role("link", name="I have no account here yet").click()
    page.get_by_label("Email").fill(mail)
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(newsroom.code_for(mail))
    page.locator("main form button").first.click()
    page.wait_for_url("**/give/mine/")


@pytest.mark.parametrize("javascript", [True, False])
def test_dee_gives_is_read_finds_her_gifts_and_takes_herself_off(
    open_browser: Opener, newsroom: Newsroom, javascript: bool
) -> None:
    mark = "one" if javascript else "two"
    mail, name = f"dee-{mark}@example.org", f"Dee Mwangi {mark}"
    page = open_browser(javascript=javascript, width=360)
    give(page, mail=mail, name=name, message="My own boats: https://boats.example/")
    page.get_by_text("Somebody here reads your words before others see them.").wait_for()
    page.goto("/supporters/")
    assert page.get_by_text(name).count() == 0

    editor = open_browser()
    sign_in(editor, newsroom)
    editor.goto("/newsroom/funding/words/")
    row = editor.get_by_role("row").filter(has_text=name)
    row.get_by_text("A link.").wait_for()
    row.get_by_role("button", name="Let through").click()
    editor.get_by_role("cell", name="let through").first.wait_for()
    newsroom.settle()
    page.goto("/supporters/")
    page.get_by_text(name).wait_for()
    page.get_by_text("In memory of Ada").first.wait_for()

    come_in(page, newsroom, mail, f"Reader {mark}")  # the masthead says this one
    page.get_by_text("26.06 $").first.wait_for()
    with page.expect_download() as kept:
        page.get_by_role("link", name=re.compile("Statement 20")).click()
    sheet = PdfReader(io.BytesIO(Path(kept.value.path()).read_bytes())).pages[0].extract_text()
    assert f"{name} · In memory of Ada" in sheet
    assert "26.06" in sheet
    page.get_by_role("link", name=re.compile("^Receipt TEST-")).click()
    page.get_by_role("heading", name=re.compile("^Receipt TEST-")).wait_for()
    page.get_by_role("article").get_by_role("link", name="My gifts").click()
    page.get_by_role("link", name="Change name and visibility").click()
    page.get_by_label("my name alone").check()
    page.get_by_role("button", name="Keep it so").click()
    page.get_by_text("without the amount").wait_for()

    page.get_by_role("link", name="Take my name and address off my gifts").click()
    page.get_by_label("Yes, take my name and address off my gifts").check()
    page.get_by_role("button", name="Erase it").click()
    page.get_by_text("Here will be what you give under this mail address.").wait_for()
    newsroom.settle()
    page.goto("/supporters/")
    assert page.get_by_text(name).count() == 0
