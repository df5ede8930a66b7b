"""Every kind of page: for those who cannot see, on a small phone, at night, without a mouse."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .light import change_light

KINDS = {
    "front page": "/",
    "section": "/river-desk/",
    "report": "{report}",
    "report with claims": "{claimed}",
    "situation": "{situation}",
    "situation on a day": "{situation}?at=2024-03-05",
    "branch": "{deepest}",
    "give": "/give/",
    "drives": "/drives/",
    "books": "/drives/books/",
    "supporters": "/supporters/",
    "search": "/search/?q=dyke",
    "corrections": "/corrections/",
    "archive": "/archive/",
    "authors": "/authors/",
    "author": "/authors/ada-lindqvist/",
    "live report": "{live}",
    "tag": "/tags/dyke/",
    "sign in": "/account/login/",
    "make an account": "/account/signup/",
    "for programs": "/api/docs",
    "not found": "/there-is-no-such-page/",
}


@pytest.fixture(params=KINDS)
def path(request, newsroom):
    return KINDS[request.param].format(**newsroom.places)


def test_axe_finds_nothing_by_day_or_by_night(page, path):
    assert page.goto(path).status in {200, 404}
    for scheme in ("light", "dark"):
        change_light(page, scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_axe_would_find_what_is_wrong(page):
    page.set_content("<main><img src='data:,'><p style='color: #eee; background: #fff'>Pale.</p></main>")
    found = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"image-alt", "color-contrast"} <= found


@pytest.fixture(params=["unread_id", "claimed_id"], ids=["of an unread report", "of a report with claims"])
def desk(request, newsroom):
    """Where the claims desk of a report is."""
    return f"/newsroom/reports/{newsroom.places[request.param]}/claims/"


def test_axe_finds_nothing_at_the_claims_desk(editor, desk):
    editor.goto(desk)
    expect(editor.locator(".desk-row").first).to_be_visible()
    for scheme in ("light", "dark"):
        change_light(editor, scheme)
        found = Axe().run(editor, ".claims-desk")
        assert found.violations_count == 0, found.generate_report()


def test_the_claims_desk_is_no_wider_than_a_small_phone(editor, desk):
    editor.set_viewport_size({"width": 360, "height": 800})
    editor.goto(desk)
    expect(editor.locator(".desk-row").first).to_be_visible()
    assert editor.evaluate("document.documentElement.scrollWidth") <= 360
    assert editor.evaluate("document.querySelector('.claims-desk').scrollWidth") <= 360


def test_nothing_is_wider_than_a_small_phone(open_browser, path):
    page = open_browser(width=360)
    page.goto(path)
    assert too_wide(page) == []
    page.evaluate(f"document.querySelectorAll('h1, h2, h3, h4').forEach((one) => one.append(' {'Donaudampf' * 6}'))")
    assert too_wide(page) == []


def too_wide(page):
    """What makes the page wider than its window."""
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
            .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3)"""
    )
    return wide if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []


def tab_to(page, target):
    """Press Tab until ``target`` has the focus, as somebody without a mouse would."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"Tab never came to {target}.")


def test_the_keyboard_alone_reads_replies_and_votes(open_browser, newsroom):
    page = open_browser()
    page.goto("/")
    tab_to(page, page.get_by_role("link", name="The dyke at the old mill held").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/the-dyke-at-the-old-mill-held/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    comment = page.locator(".comment", has_text="(0)").first
    ups = comment.locator(".comment__ups")
    before = int(ups.inner_text())
    tab_to(page, comment.locator("button[value='1']"))
    page.keyboard.press("Enter")
    page.wait_for_function("([one, was]) => Number(one.textContent) === was + 1", arg=[ups.element_handle(), before])
    tab_to(page, comment.get_by_role("link", name="Reply"))
    page.keyboard.press("Enter")
    page.keyboard.type("All by keys.")
    page.keyboard.press("Tab")
    page.keyboard.type("Dee")
    form = page.locator("form.compose[action*='/reply/']")
    tab_to(page, form.locator("button[name=send]"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    newsroom.settle()
    page.goto(newsroom.places["report"])
    expect(page.get_by_text("All by keys.").first).to_be_visible()
