"""A situation as its readers have it: its map, its days, its table, as it was on any day, and what is new to them."""

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import run

ANCHORS = "() => [...document.querySelectorAll('.timeline .claim')].map((one) => one.id)"
FOCUSED = "() => document.activeElement?.getAttribute('href') ?? ''"


@pytest.fixture(params=[True, False], ids=["with a script", "without a script"])
def reader(request, open_browser):
    """Somebody who reads, with and without a script."""
    return open_browser(javascript=request.param)


def entry(page, words):
    """The timeline's entry that says so."""
    return page.locator(".timeline .claim", has_text=words)


def test_map_timeline_and_ledger_are_there_with_and_without_a_script(reader, newsroom):
    reader.goto(newsroom.places["situation"])
    expect(reader.locator(".claims-map--wide svg.m-map .m-river").first).to_be_visible()
    expect(reader.locator(".timeline .claim")).to_have_count(9)
    expect(entry(reader, "The bridge at Torgau was closed.").locator("s")).to_be_visible()
    expect(entry(reader, "The army repaired")).to_contain_text("Contradicted by number 5")
    expect(reader.locator(".timeline__day--expected")).to_contain_text("The crest is expected in Wittenberg.")
    expect(reader.locator(".ledger tbody tr")).to_have_count(9)
    expect(reader.locator(".progress")).to_contain_text(re.compile(r"Nearer by \d+\.\d km a day, give or take"))
    expect(reader.locator(".progress__plot circle")).to_have_count(3)
    reader.locator(".ledger").get_by_role("link", name="4", exact=True).click()
    expect(entry(reader, "The army repaired")).to_be_in_viewport()


def test_a_day_is_shown_as_it_was_with_and_without_a_script(reader, newsroom):
    reader.goto(newsroom.places["situation"])
    reader.get_by_label("As it was on").first.fill("2024-03-05")
    reader.get_by_role("button", name="Show").click()
    expect(reader.get_by_role("status")).to_contain_text("This is what was known on 5 March 2024")
    assert reader.url.endswith("?at=2024-03-05")
    expect(reader.locator(".timeline .claim")).to_have_count(6)
    expect(entry(reader, "The bridge at Torgau was closed.")).to_contain_text("Confirmed by us")
    expect(entry(reader, "The army repaired")).to_contain_text("Claimed by The army")
    expect(reader.get_by_text("Contradicted by number")).to_have_count(0)
    expect(reader.locator(".claims-map--wide a[href^='#claim-']")).to_have_count(5)

    reader.locator(".replay__step", has_text="←").click()
    expect(reader.locator(".timeline .claim")).to_have_count(4)
    reader.locator(".replay__step", has_text="→").click()
    reader.locator(".replay__step", has_text="→").click()
    expect(entry(reader, "The army repaired")).to_contain_text("Disputed")
    reader.get_by_role("link", name="Back to now").click()
    expect(reader.locator(".timeline .claim")).to_have_count(9)


def test_the_table_is_sorted_by_its_headings(reader, newsroom):
    reader.goto(newsroom.places["situation"])
    reader.locator(".ledger").get_by_role("link", name="Where").click()
    expect(reader.locator(".ledger tbody tr").first).to_contain_text("Dresden")
    expect(reader.locator(".ledger tbody tr").last).to_contain_text("Wittenberg")
    expect(reader.locator(".ledger th[aria-sort=ascending]")).to_have_text("Where")


def test_the_slider_leads_through_the_days_on_which_something_changed(page, newsroom):
    page.goto(newsroom.places["situation"])
    slider, day = page.get_by_role("slider"), page.locator("#replay-at")
    today = day.input_value()
    assert today > "2026"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(day).to_have_value("2024-03-06")
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "2024-03-05")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?at=2024-03-05")
    expect(page.locator(".timeline .claim")).to_have_count(6)

    box = slider.bounding_box()
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/?at=2024-03-01")
    expect(page.locator(".timeline .claim")).to_have_count(1)


def test_what_came_since_the_last_visit_is_marked_in_this_browser(open_browser, newsroom):
    place = json.loads(run(newsroom.home, "-m", "tests.journeys.elbe", "situation", "The Elbe since yesterday"))
    ben = open_browser()
    ben.goto(place["situation"])
    expect(ben.locator(".timeline .claim")).to_have_count(9)
    expect(ben.locator(".timeline__news")).to_have_count(0)

    run(newsroom.home, "-m", "tests.journeys.elbe", "news", place["slug"])
    newsroom.settle()
    ben.goto(place["situation"])
    ben.get_by_role("link", name="1 new since your last visit").click()
    new = ben.locator(".claim--new")
    expect(new).to_have_count(1)
    expect(new).to_contain_text("The water falls in Torgau.")
    expect(new).to_be_in_viewport()
    ben.goto(f"{place['situation']}?at=2024-03-05")
    ben.goto(place["situation"])
    expect(ben.locator(".timeline .claim")).to_have_count(10)
    expect(ben.locator(".timeline__news")).to_have_count(0)

    dee = open_browser()
    dee.goto(place["situation"])
    expect(dee.locator(".timeline .claim")).to_have_count(10)
    expect(dee.locator(".timeline__news")).to_have_count(0)


def test_keys_alone_reach_every_claim(page, newsroom):
    page.goto(newsroom.places["situation"])
    wanted = {f"#{anchor}" for anchor in page.evaluate(ANCHORS)}
    reached = []
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if wanted <= set(reached):
            break
    assert wanted <= set(reached)
    page.keyboard.press("Enter")
    expect(page.locator(reached[-1])).to_be_in_viewport()


def test_on_paper_the_days_are_there_and_what_can_only_be_pressed_is_not(page, newsroom):
    page.goto(newsroom.places["situation"])
    page.emulate_media(media="print")
    expect(page.locator(".timeline .claim")).to_have_count(9)
    for number in range(9):
        expect(page.locator(".timeline .claim").nth(number)).to_be_visible()
    expect(page.locator(".ledger__table")).to_be_visible()
    expect(page.locator(".replay")).to_be_hidden()
    expect(page.locator(".situation__contents")).to_be_hidden()
    assert page.locator(".timeline").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
