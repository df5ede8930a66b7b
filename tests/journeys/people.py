"""How people come in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Page

if TYPE_CHECKING:
    from .conftest import Newsroom


def sign_in(page: Page, newsroom: Newsroom, name: str = "editor@localhost", password: str = "") -> None:
    """Enter the editor: as the one whose password was printed on the first day, or as somebody else who works here."""
    page.goto("/newsroom/login/")
    page.get_by_label("User name or mail address").fill(name)
    page.get_by_label("Password").first.fill(password or newsroom.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/newsroom/")


def sign_in_by_code(page: Page, newsroom: Newsroom, mail: str, address: str = "/account/") -> None:
    """Come in as a reader, with the code from a mail; ``address`` is where one is asked for it."""
    page.goto(address)
    page.get_by_label("Email").fill(mail)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_role("heading", name="Enter your code").wait_for()
    page.get_by_label("Code").fill(newsroom.code_for(mail))
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(re.compile("/account/(?!login)"))
