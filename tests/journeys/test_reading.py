"""Reading a report, with and without JavaScript."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("javascript", [True, False])
def test_a_report_is_read(open_browser, newsroom, javascript):
    page = open_browser(javascript=javascript)
    page.goto("/")
    page.get_by_role("link", name="The dyke at the old mill held").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "The dyke at the old mill held"
    expect(page.get_by_text("The river Lenn stood at 4.1 m")).to_be_visible()
    expect(page.get_by_text("Who paid for the pumps?")).to_be_visible()
    expect(page.get_by_role("meter").first).to_be_visible()


def test_a_public_page_sets_no_cookie_and_is_the_same_for_everyone(open_browser, newsroom):
    bodies = set()
    for _ in range(2):
        page = open_browser()
        answer = page.goto(newsroom.places["report"])
        assert "set-cookie" not in answer.headers
        assert page.context.cookies() == []
        bodies.add(answer.body())
    assert len(bodies) == 1


def test_the_policy_allows_nothing_unsafe(page, newsroom):
    policy = page.goto(newsroom.places["report"]).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_report_weighs_little(page, newsroom):
    sizes = {}
    page.on("requestfinished", lambda request: sizes.__setitem__(request.url, request))
    page.goto(newsroom.places["report"], wait_until="networkidle")
    weights = {
        url: request.sizes()["responseBodySize"] + request.sizes()["responseHeadersSize"]
        for url, request in sizes.items()
        if request.resource_type != "image"
    }
    assert sum(weights.values()) <= 60 * 1024, weights
