"""A guest is refused, appeals, and is answered by somebody other than who refused them."""

import re

import pytest
from playwright.sync_api import expect

from dateline.people.roles import MODERATOR

from .conftest import run
from .people import sign_in

SECOND = f"""
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
django.setup()
from django.contrib.auth.models import Group
from dateline.people.models import User
mo, _ = User.objects.get_or_create(username="mo", email="mo@example.org", display_name="Mo")
mo.set_password("daily-bread-7")
mo.save()
mo.groups.add(Group.objects.get(name="{MODERATOR}"))
"""


@pytest.fixture
def second(open_browser, newsroom):
    """A page on which a second moderator has signed in, without a script."""
    run(newsroom.home, "-c", SECOND)
    page = open_browser(javascript=False, width=360)
    sign_in(page, newsroom, "mo", "daily-bread-7")
    return page


def test_who_was_refused_appeals_and_another_moderator_agrees(open_browser, newsroom, editor, second):
    guest = open_browser(javascript=False, width=360)
    guest.goto(newsroom.places["report"])
    guest.locator("#compose-text").fill("You idiot, said the mayor to the engineer, and walked away.")
    guest.locator("#compose-name").fill("Gus")
    with guest.expect_navigation():
        guest.get_by_role("button", name="Send comment").click()

    editor.goto("/moderation/")
    card = editor.locator("[data-card]", has_text="said the mayor to the engineer")
    with editor.expect_navigation():
        card.get_by_role("button", name=re.compile("^Reject")).click()

    guest.goto("/comments/mine/")
    guest.get_by_role("link", name="Appeal", exact=True).click()
    guest.get_by_label("Why was the decision wrong?").fill("I quoted the mayor.")
    guest.get_by_role("button", name="Send the appeal").click()
    guest.get_by_text("Somebody other than who decided will answer.").wait_for()

    editor.goto("/moderation/appeals/")
    own = editor.locator(".card", has_text="I quoted the mayor.")
    own.get_by_text("another moderator answers it").wait_for()
    assert own.get_by_role("button").count() == 0

    second.goto("/moderation/appeals/")
    appeal = second.locator(".card", has_text="I quoted the mayor.")
    appeal.get_by_label("Your words to the author").fill("You did. It is back.")
    appeal.get_by_role("button", name="Agree: publish the comment").click()
    second.get_by_text("You did. It is back.").wait_for()

    guest.goto("/comments/mine/")
    guest.get_by_text("Another moderator agreed with you").wait_for()
    expect(guest.get_by_text("You did. It is back.")).to_be_visible()
    newsroom.settle()
    guest.goto(newsroom.places["report"])
    guest.get_by_text("said the mayor to the engineer").wait_for()
