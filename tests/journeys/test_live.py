"""An open page is told: a comment is offered and shown, a gift moves the meter, a correction is a line."""

import re

import pytest

WORDS = "The pumps ran all night, I heard them from the bridge."
HALF = "I was going to say that"


def write(page, newsroom, words):
    """Post a comment from another browser."""
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill("Dee")
    with page.expect_navigation():
        page.locator(".compose button[name=send]").first.click()


def listening(page, newsroom):
    """Open the report, and wait until its stream is open."""
    with page.expect_response(lambda answer: "/live/?on=" in answer.url) as stream:
        page.goto(newsroom.places["report"])
    assert stream.value.status == 200
    return page


def run_in(newsroom, code):
    """Run a few lines in the newsroom, as a command of its own would."""
    return newsroom.dateline("shell", "-v0", "-c", f"from django.utils import timezone\nnow = timezone.now()\n{code}")


def test_a_comment_of_somebody_else_is_offered_and_shown_and_nothing_half_written_is_lost(open_browser, newsroom):
    ben = listening(open_browser(), newsroom)
    ben.locator("#compose-text").fill(HALF)
    ben.locator(".comment__reply").first.click()
    reply = ben.locator("form.compose[action*='/reply/'] textarea")
    reply.fill("And in answer")
    fold = ben.locator(".branch__fold").last
    fold.evaluate("fold => fold.open = false")
    write(open_browser(), newsroom, WORDS)
    offer = ben.get_by_role("button", name=re.compile("Show new comments"))
    offer.wait_for()
    assert offer.inner_text() == "Show new comments (1)"
    assert ben.locator("[role=status]", has=offer).count() == 1
    assert ben.get_by_text(WORDS).count() == 0
    offer.focus()
    ben.keyboard.press("Enter")
    ben.get_by_text(WORDS).first.wait_for()
    assert ben.locator("#compose-text").input_value() == HALF
    assert reply.input_value() == "And in answer"
    assert not fold.evaluate("fold => fold.open")
    assert offer.count() == 0
    assert ben.evaluate("document.activeElement.textContent").strip() != ""
    assert WORDS in ben.evaluate("document.activeElement.textContent")


def test_what_is_being_read_stays_where_it_is(open_browser, newsroom):
    ben = listening(open_browser(), newsroom)
    write(open_browser(), newsroom, "Another one, from the bridge again.")
    ben.get_by_role("button", name=re.compile("Show new comments")).wait_for()
    last = ben.locator(".comment").last
    last.scroll_into_view_if_needed()
    before = last.bounding_box()["y"]
    number = last.get_attribute("id")
    ben.evaluate("document.querySelector('.thread__news button').click()")
    ben.get_by_text("from the bridge again").first.wait_for(state="attached")
    assert abs(ben.locator(f"#{number}").bounding_box()["y"] - before) < 2


def test_a_page_in_the_background_holds_no_stream_and_catches_up(open_browser, newsroom):
    ben = listening(open_browser(), newsroom)
    hide = "state => { Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});"
    hide += " document.dispatchEvent(new Event('visibilitychange')); }"
    with ben.expect_event("requestfailed", lambda request: "/live/" in request.url):
        ben.evaluate(hide, "hidden")
    write(open_browser(), newsroom, "While you were away.")
    assert ben.get_by_role("button", name=re.compile("Show new comments")).count() == 0
    with ben.expect_request(lambda request: "/live/" in request.url):
        ben.evaluate(hide, "visible")
    ben.get_by_role("button", name=re.compile("Show new comments")).wait_for()


def test_a_correction_is_a_line_that_leads_to_it(open_browser, newsroom):
    ben = listening(open_browser(), newsroom)
    ben.locator("#compose-text").fill(HALF)
    run_in(
        newsroom,
        "from dateline.reports.actions import correct\nfrom dateline.reports.models import ReportPage\n"
        f"correct(report=ReportPage.objects.get(pk={newsroom.places['report_id']}),"
        " text='It was the new mill.', by=None, now=now)",
    )
    line = ben.get_by_role("link", name="Corrected just now: It was the new mill.")
    line.wait_for()
    line.click()
    ben.locator(".changes__item--correction", has_text="It was the new mill.").wait_for()
    assert line.count() == 0
    assert "#correction-" in ben.url
    assert ben.locator("#compose-text").input_value() == HALF


def test_a_gift_moves_the_meter(open_browser, newsroom):
    ben = listening(open_browser(), newsroom)
    bar = ben.locator(".meter .bar")
    before = int(bar.get_attribute("aria-valuenow"))
    width = bar.locator(".bar__raised").get_attribute("width")
    run_in(
        newsroom,
        "from dateline.funding.actions import drive_at, record_gift\nfrom dateline.lib.money import whole\n"
        "record_gift(money=whole(70, drive_at(now=now).currency), occurred_at=now, now=now)",
    )
    moved = f"() => document.querySelector('.meter .bar').getAttribute('aria-valuenow') === '{before + 7000}'"
    ben.wait_for_function(moved)
    assert bar.locator(".bar__raised").get_attribute("width") != width
    for drawn in ben.locator(".bar__raised").all():  # the ask's too
        assert drawn.get_attribute("width") == bar.locator(".bar__raised").get_attribute("width")
    assert ben.locator(".meter__raised").inner_text() == bar.get_attribute("aria-valuetext")
    assert ben.locator(".ask__raised").inner_text() == bar.get_attribute("aria-valuetext")
    drawn = ben.locator(".meter").evaluate("meter => meter.outerHTML")
    ben.reload()
    assert ben.locator(".meter").evaluate("meter => meter.outerHTML") == drawn


@pytest.mark.parametrize("dark", [True, False])
def test_the_offer_stands_within_a_narrow_page(open_browser, newsroom, dark):
    ben = listening(open_browser(width=360, dark=dark), newsroom)
    write(open_browser(), newsroom, f"From a {'dark' if dark else 'light'} room.")
    offer = ben.get_by_role("button", name=re.compile("Show new comments"))
    offer.wait_for()
    box = offer.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["height"] >= 24


def test_without_scripts_nothing_is_missing(open_browser, newsroom):
    ben = open_browser(javascript=False)
    ben.goto(newsroom.places["report"])
    assert ben.locator(".thread__news").inner_text() == ""
    assert ben.locator(".sheet__news").inner_text() == ""
    assert ben.locator(".comment").count() > 0
