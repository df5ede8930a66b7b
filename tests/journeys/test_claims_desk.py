"""Claims: proposed beside their sentences, confirmed with one key, changed, dismissed, undone; readers see the rest."""

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import run
from .people import sign_in

DISTANCE = "You wrote 12 km; from Meissen to Torgau it is 55 km in a straight line."


@pytest.fixture
def unread(newsroom, request):
    """A report of this test's own, of which nothing is claimed yet."""
    return json.loads(run(newsroom.home, "-m", "tests.journeys.elbe", "report", f"The Elbe: {request.node.name[5:50]}"))


@pytest.fixture
def desk(editor, unread):
    """The editor sits down at its claims desk."""
    editor.goto(f"/newsroom/reports/{unread['id']}/claims/")
    expect(editor.locator(".desk-row--offer")).to_have_count(5)
    return editor


def offer(desk, words):
    """The proposal that says so."""
    return desk.locator(".desk-row--offer", has_text=words)


def claim(desk, words):
    """The claim that says so."""
    return desk.locator(".desk-row:not(.desk-row--offer)", has_text=words)


def confirm(desk, words):
    """Confirm a proposal by its button."""
    offer(desk, words).get_by_role("button", name="Confirm").click()
    expect(desk.get_by_text("Readers see it now.")).to_be_visible()
    expect(claim(desk, words)).to_be_visible()


def read(open_browser, newsroom, unread, **how):
    """Open the report as a reader, once its page says what the rows say."""
    newsroom.settle()
    page = open_browser(**how)
    page.goto(unread["url"])
    return page


def test_proposals_stand_beside_their_sentences_with_a_pin_on_a_map(desk):
    row = offer(desk, "flooded the old town")
    expect(row).to_be_focused()
    expect(row).to_contain_text("1 March 2024 · Dresden · according to the water board")
    pin = row.get_by_role("img", name="Map: Dresden, 51.05, 13.74")
    desk.wait_for_function("pin => pin.complete && pin.naturalWidth > 0", arg=pin.element_handle())
    text, claims = (desk.locator(f".claims-desk__{side}").bounding_box() for side in ("text", "claims"))
    assert text["x"] + text["width"] <= claims["x"]
    desk.get_by_role("link", name="The army claims that it repaired the dyke").click()
    expect(offer(desk, "repaired the dyke")).to_be_in_viewport()
    assert desk.evaluate("document.querySelector('.desk-row:target').textContent").count("repaired") == 1


def test_one_key_confirms_and_one_takes_it_back(desk, open_browser, newsroom, unread):
    desk.keyboard.press("j")
    expect(offer(desk, "evacuated two villages")).to_be_focused()
    desk.keyboard.press("k")
    expect(offer(desk, "flooded the old town")).to_be_focused()
    desk.keyboard.press("y")
    expect(desk.get_by_text("Readers see it now.")).to_be_visible()
    expect(claim(desk, "flooded the old town")).to_contain_text("Reported by Water board")
    expect(offer(desk, "evacuated two villages")).to_be_focused()
    expect(desk.locator(".desk-row--offer")).to_have_count(4)
    reader = read(open_browser, newsroom, unread)
    expect(reader.locator(".claims__list > li")).to_have_text([re.compile("Reported by Water board")])

    desk.keyboard.press("u")
    expect(desk.get_by_text("Undone.")).to_be_visible()
    expect(claim(desk, "flooded the old town")).to_contain_text("Waits for an editor")
    newsroom.settle()
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.locator(".claims__list")).to_have_count(0)


def test_one_is_changed_before_readers_see_it(desk, open_browser, newsroom, unread):
    desk.keyboard.press("e")
    expect(desk.get_by_role("heading", name="Change the claim")).to_be_visible()
    desk.locator("#id_statement").fill("Water stands in the old town.")
    desk.locator("#id_place_name").fill("Dresden, old town")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Saved.")).to_be_visible()
    row = claim(desk, "Water stands in the old town.")
    expect(row).to_be_focused()
    expect(row).to_contain_text("Dresden, old town")
    desk.keyboard.press("y")
    expect(desk.get_by_text("Readers see it now.")).to_be_visible()
    reader = read(open_browser, newsroom, unread)
    expect(reader.locator(".claims__list > li")).to_contain_text(["Water stands in the old town."])


def test_one_is_dismissed_with_a_reason_and_taken_up_again(desk):
    row = offer(desk, "repaired the dyke")
    row.get_by_label("Why, if you like").fill("the army was not there")
    row.get_by_role("button", name="Dismiss").click()
    expect(desk.get_by_text("Dismissed. It can be taken up again")).to_be_visible()
    expect(desk.locator(".desk-row--offer")).to_have_count(4)
    desk.get_by_text("1 dismissed").click()
    expect(desk.locator(".claims-desk__dismissed li")).to_contain_text("(the army was not there)")
    desk.get_by_role("button", name="Take it up again").click()
    expect(offer(desk, "repaired the dyke")).to_be_visible()


def test_one_key_dismisses_and_a_letter_that_is_written_does_nothing(desk):
    row = offer(desk, "flooded the old town")
    row.get_by_label("Why, if you like").press_sequentially("yex")
    expect(row.get_by_label("Why, if you like")).to_have_value("yex")
    desk.keyboard.press("Escape")
    offer(desk, "evacuated two villages").focus()
    desk.keyboard.press("x")
    expect(desk.get_by_text("Dismissed. It can be taken up again")).to_be_visible()
    expect(offer(desk, "evacuated two villages")).to_have_count(0)


def test_a_warning_shows_both_numbers_and_is_dismissed_with_a_reason(desk):
    row = offer(desk, "Torgau lies 12 km north of Meissen.")
    warning = row.locator(".desk-note")
    expect(warning).to_contain_text(DISTANCE)
    warning.get_by_label("Why, if you like").fill("along the old road")
    warning.get_by_role("button", name="Dismiss").click()
    expect(desk.get_by_text("Dismissed. It can be taken up again")).to_be_visible()
    expect(row).to_be_visible()
    expect(desk.locator(".desk-note")).to_have_count(0)
    desk.get_by_text("1 dismissed").click()
    expect(desk.locator(".claims-desk__dismissed li")).to_contain_text(f"{DISTANCE} (along the old road)")


def test_a_sentence_that_is_selected_becomes_a_claim(desk):
    button = desk.get_by_role("button", name="Claim from the selection")
    expect(button).to_be_disabled()
    desk.locator("[data-words]").get_by_text("The beds in the gym were warm.").click(click_count=3)
    expect(button).to_be_enabled()
    button.click()
    expect(desk.get_by_role("heading", name="Change the claim")).to_be_visible()
    expect(desk.locator("#id_statement")).to_have_value("The beds in the gym were warm. 🛏 Nobody slept.")


def test_all_of_it_works_by_buttons_on_a_phone_without_a_script(open_browser, newsroom, unread):
    phone = open_browser(javascript=False, width=360)
    sign_in(phone, newsroom)
    phone.goto(f"/newsroom/reports/{unread['id']}/claims/")
    confirm(phone, "flooded the old town")
    claim(phone, "flooded the old town").get_by_role("button", name="Undo").click()
    expect(phone.get_by_text("Undone.")).to_be_visible()
    expect(claim(phone, "flooded the old town").get_by_role("button", name="Throw away")).to_have_count(0)
    offer(phone, "evacuated two villages").get_by_role("button", name="Change").click()
    phone.get_by_role("link", name="Back to the claims of this report").click()
    claim(phone, "evacuated two villages").get_by_role("button", name="Throw away").click()
    expect(phone.get_by_text("The claim is gone; no reader has seen it.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_readers_see_numbers_a_list_and_a_map(open_browser, newsroom, javascript):
    page = open_browser(javascript=javascript)
    page.goto(newsroom.places["claimed"])
    entries = page.locator(".claims__list > li")
    expect(entries).to_have_count(9)
    expect(page.locator(".prose .claim-mark")).to_have_text([str(number) for number in range(1, 10)])
    expect(entries.nth(4)).to_contain_text("Confirmed by us")
    expect(entries.nth(8)).to_contain_text("Expected, according to Water board")
    expect(page.locator(".claims-map--wide svg.m-map .m-river").first).to_be_visible()
    first = newsroom.places["first"]
    marker = page.locator(f".claims-map--wide a[href='#{first}']")
    expect(marker).to_be_visible()
    page.locator(".claim-mark").first.click()
    assert page.url.endswith(f"#{first}")
    expect(page.locator(f"#{first}")).to_be_in_viewport()


def test_a_dispute_and_a_correction_come_to_the_page(desk, open_browser, newsroom, unread):
    for words in ("repaired the dyke", "flooded Torgau", "evacuated two villages"):
        confirm(desk, words)
    claim(desk, "repaired the dyke").get_by_text("More").click()
    claim(desk, "repaired the dyke").get_by_role("link", name="Dispute").click()
    desk.get_by_label("flooded Torgau").check()
    desk.get_by_label("Why", exact=False).fill("Who repairs a dyke does not flood the next town.")
    desk.get_by_role("button", name="Show it as disputed").click()
    expect(desk.get_by_text("Readers see that it is disputed.")).to_be_visible()
    claim(desk, "evacuated two villages").get_by_text("More").click()
    claim(desk, "evacuated two villages").get_by_role("link", name="Take back").click()
    desk.get_by_label("Correction").fill("One village was evacuated, not two.")
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_text("The claim is taken back.")).to_be_visible()

    page = read(open_browser, newsroom, unread, javascript=False)
    gone, disputed, other = (page.locator(".claims__list > li").nth(place) for place in range(3))
    expect(gone.locator("s")).to_contain_text("evacuated two villages")
    expect(gone).to_contain_text("Taken back by us")
    expect(disputed).to_contain_text("Disputed; said by The army")
    expect(disputed).to_contain_text("Contradicted by number 3")
    expect(other).to_contain_text("Contradicted by number 2")
    expect(page.locator(".changes__item--correction")).to_contain_text("One village was evacuated, not two.")
    page.goto("/corrections/")
    expect(page.get_by_text("One village was evacuated, not two.")).to_be_visible()
