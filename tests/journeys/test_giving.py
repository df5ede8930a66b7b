"""Ten dollars, from the button to the meter."""

import json

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.writes


def raised(page: Page) -> float:
    """Return what the meter counts, asked of the server."""
    return json.loads(page.request.get("/drives/meter.json").body())["raised"]


def test_ten_dollars_move_the_meter(open_browser, newsroom):
    for javascript in (True, False):
        page = open_browser(javascript=javascript)
        page.goto(newsroom.places["report"])
        before = raised(page)
        page.get_by_role("link", name="Give", exact=True).first.click()
        page.get_by_label("10 $", exact=True).check()
        page.get_by_role("button", name="Continue").click()
        page.get_by_role("link", name="Go on: 10 $ once").click()
        page.get_by_role("button", name="Pay 10 $").click()
        page.wait_for_url("**/thanks/**")
        page.get_by_text("Thank you").first.wait_for()
        assert raised(page) == before + 1000
