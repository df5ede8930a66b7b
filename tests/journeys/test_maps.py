"""A map as large as the window: moved through time and space by hand and by keys, and whole without a script."""

import pytest
from playwright.sync_api import expect

MAP = "/maps/lenn/"


@pytest.fixture
def sheet(page, newsroom):
    page.goto(MAP)
    page.get_by_role("slider").wait_for()
    return page


def shown(page):
    """The numbers of the lines that are there to be read."""
    return page.locator(".map-words__mark:visible .map-words__number").all_inner_texts()


def test_at_first_everything_is_shown_and_a_day_shows_what_was_so_on_it(sheet):
    assert shown(sheet) == ["1", "2", "3"]
    slider = sheet.get_by_role("slider", name="Day")
    slider.focus()
    sheet.keyboard.press("ArrowLeft")
    assert shown(sheet) == ["1", "3"]
    sheet.keyboard.press("Home")
    assert shown(sheet) == ["1"]
    assert "March 1, 2026" in (slider.get_attribute("aria-valuetext") or "")
    expect(sheet.locator("#map-lenn-mark-1")).to_be_visible()
    assert sheet.locator("#map-lenn-mark-2").is_hidden()
    sheet.keyboard.press("End")
    assert shown(sheet) == ["1", "2", "3"]


def test_keys_reach_every_mark_and_lead_to_its_line(sheet):
    reached = set()
    for _ in range(60):
        sheet.keyboard.press("Tab")
        reached.add(sheet.evaluate("document.activeElement.id"))
    assert {f"map-lenn-mark-{number}" for number in (1, 2, 3)} <= reached
    sheet.locator("#map-lenn-mark-2").focus()
    sheet.keyboard.press("Enter")
    assert sheet.url.endswith("#map-lenn-line-2")


def test_one_comes_nearer_by_button_and_by_key(sheet):
    drawn = sheet.locator(".map-sheet__frame > svg")
    before = drawn.bounding_box()["width"]
    sheet.get_by_role("button", name="Zoom in").click()
    nearer = drawn.bounding_box()["width"]
    assert nearer > before * 1.3
    sheet.locator(".map-sheet__frame").focus()
    sheet.keyboard.press("+")
    assert drawn.bounding_box()["width"] > nearer * 1.3


def test_without_a_script_map_and_list_are_whole_and_no_tool_promises_what_it_cannot_do(open_browser, newsroom):
    page = open_browser(javascript=False)
    page.goto(MAP)
    assert shown(page) == ["1", "2", "3"]
    assert page.get_by_role("slider").count() == 0
    assert page.get_by_role("button", name="Zoom in").count() == 0
    expect(page.locator("svg.m-map .m-river").first).to_be_visible()
