"""A guest follows a discussion, confirms from a mail, is told of an answer, and ends it with one click: no script."""

from __future__ import annotations

import email
import re
import time
from email.message import Message
from email.policy import default
from urllib.parse import urlsplit

import pytest

PATIENCE = 60  # seconds: the clock looks every ten, on PostgreSQL twice
LINK = re.compile(r"https?://\S+?(/notices/(\w+)/\S+)")


def mail_to(newsroom, address: str, number: int, says: str = "") -> Message:
    """Wait for the mail of that number to an address, of those that say so; the postman writes mails into files."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        mails = [each for each in map(parsed, newsroom.mails()) if each["To"] == address]
        found = [each for each in mails if says in each.get_content()]
        if len(found) > number:
            return found[number]
        time.sleep(0.5)
    pytest.fail(f"No mail {number} to {address}.")


def parsed(text: str) -> Message:
    return email.message_from_string(text.split("-" * 79)[0], policy=default)


def links(mail: Message) -> dict[str, str]:
    """The paths in a mail by what they are for."""
    return {name: path for path, name in LINK.findall(mail.get_content())}


def write(page, newsroom, words: str, name: str, address: str = "") -> None:
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill(name)
    page.locator("#compose-mail").fill(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()


def test_a_guest_follows_confirms_is_told_and_ends_it(open_browser, newsroom):
    dee, eve = open_browser(javascript=False, width=360), open_browser(javascript=False)
    address = "dee-follows@example.org"
    dee.goto(newsroom.places["report"])
    dee.get_by_role("link", name="Follow this discussion").click()
    dee.get_by_label("Your mail, if you want to be told by mail").fill(address)
    dee.get_by_role("button", name="Follow").click()
    dee.get_by_role("heading", name="You follow this discussion").wait_for()

    question = mail_to(newsroom, address, 0)
    dee.goto(links(question)["confirm"])
    dee.get_by_role("button", name="Yes, tell me there").click()
    dee.get_by_role("heading", name="You will be told").wait_for()
    dee.get_by_role("link", name="Choose what you are told of").click()
    dee.get_by_label("Something new in a discussion that you follow").select_option("now")
    dee.get_by_role("button", name="Keep this").click()
    dee.get_by_text("It is kept.").wait_for()

    write(eve, newsroom, "The second pump was lent by the next village.", "Eve")
    # What others had written and somebody let through only now may have been told of before.
    told = mail_to(newsroom, address, 0, says="> The second pump was lent")
    assert told["Subject"].strip() == "New comments on “The dyke at the old mill held”"
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    stop = urlsplit(told["List-Unsubscribe"].strip(" <>")).path
    dee.goto(stop)
    dee.get_by_role("button", name="End these mails").click()
    dee.get_by_text("Done. You get no more of these mails.").wait_for()
    dee.goto("/account/notices/")
    dee.get_by_role("heading", name="By mail").wait_for()
    assert not dee.get_by_role("heading", name="Discussions you follow").is_visible()


def test_a_guest_who_leaves_an_address_is_told_of_an_answer(open_browser, newsroom):
    dee, eve = open_browser(javascript=False), open_browser(javascript=False)
    address = "dee-writes@example.org"
    write(dee, newsroom, "Where does the water go from here?", "Dee", address)
    dee.goto(links(mail_to(newsroom, address, 0))["confirm"])
    dee.get_by_role("button", name="Yes, tell me there").click()
    eve.goto(newsroom.places["report"])
    eve.locator(".comment", has_text="Where does the water go").get_by_role("link", name="Reply").click()
    eve.get_by_label("Your reply").fill("Into the old arm.")
    eve.get_by_label("Your name").fill("Eve")
    eve.get_by_role("button", name="Send reply").click()
    told = mail_to(newsroom, address, 1)
    assert told["Subject"].strip() == "Eve answered you. “The dyke at the old mill held”"
    dee.goto("/account/notices/")
    dee.get_by_text("1 is new since you last looked.").wait_for()
    dee.get_by_role("link", name="Eve answered you.").click()
    dee.get_by_text("Into the old arm.").wait_for()
