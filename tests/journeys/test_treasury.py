"""The treasurer finds a gift, takes it away as a file and gives it back for good; readers see what was spent."""

import csv
import json
import re

import pytest

from .people import sign_in

PASSWORD = "the ledger is never changed"
HIRE = f"""
from django.contrib.auth.models import Group
from dateline.people.models import User
ada, is_new = User.objects.get_or_create(username="tess", defaults={{"email": "tess@courier.example"}})
ada.set_password("{PASSWORD}")
ada.save()
ada.groups.add(Group.objects.get(name="Treasurer"))
"""
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".sums__label")].map((one) => one.getBoundingClientRect());
  return boxes.filter((one, place) => boxes.slice(place + 1).some((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length;
}"""


@pytest.fixture
def desk(open_browser, newsroom):
    """Tess sits down at the treasurer's desk."""
    newsroom.dateline("shell", "-v0", "-c", HIRE)
    page = open_browser()
    sign_in(page, newsroom, "tess", PASSWORD)
    return page


def give(page, name, mail):
    """Give ten dollars every month, under a name; return when the thanks have come."""
    page.goto("/give/")
    page.get_by_label("10 $", exact=True).check()
    page.get_by_label("every month").check()
    page.get_by_label("my name alone").check()
    page.locator("#id_name").fill(name)
    page.locator("#id_email").fill(mail)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name=re.compile("Go on: 10")).click()
    page.get_by_role("button", name=re.compile("^Pay 10")).click()
    page.wait_for_url("**/thanks/**")


def test_a_gift_is_found_taken_away_and_given_back_for_good(open_browser, desk):
    give(open_browser(), "Dee Dumont", "dumont@example.org")
    desk.goto("/newsroom/snippets/funding/gift/?q=dumont@example")
    row = desk.get_by_role("row", name="Dee Dumont")
    row.wait_for()
    assert desk.locator("#listing-results tbody tr").count() == 1

    desk.get_by_role("button", name="Actions").first.click()
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="Download as CSV").click()
    with open(taken.value.path(), encoding="utf-8", newline="") as file:
        [told] = csv.DictReader(file)
    assert (told["name"], told["amount"], told["repeated"]) == ("Dee Dumont", "10", "monthly")

    row.get_by_role("link", name="10 $").click()
    desk.get_by_text("every month: active.").wait_for()
    desk.get_by_role("button", name="Give it back and end the monthly gift").click()
    desk.get_by_text("This field is required.").wait_for()
    desk.get_by_label("I have looked at the amount").check()
    desk.get_by_role("button", name="Give it back and end the monthly gift").click()
    desk.get_by_text("went back, and the monthly gift has ended").wait_for()
    desk.get_by_text("The newsroom ended it.").wait_for()
    desk.get_by_text("There is nothing left to do.").wait_for()


def test_what_was_spent_is_in_the_books_that_readers_see(open_browser, newsroom, desk):
    reader = open_browser(javascript=False)
    reader.goto("/drives/books/")
    assert reader.get_by_text("River gauge").count() == 0

    desk.goto("/newsroom/funding/expenses/")
    desk.get_by_role("link", name="Record an expense").click()
    desk.get_by_label("Amount").fill("41.50")
    desk.get_by_label("Purpose").fill("River gauge")
    desk.get_by_label("What for").fill("A new float for the gauge at the mill.")
    desk.get_by_role("button", name="Book it").click()
    desk.get_by_text("is in the books of").wait_for()
    newsroom.settle()

    reader.goto("/drives/")
    reader.get_by_role("link", name="What went out again").click()
    reader.get_by_text("A new float for the gauge at the mill.").wait_for()
    with reader.expect_download() as taken:
        reader.get_by_role("link", name="Download as CSV").click()
    with open(taken.value.path(), encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["purpose"] == "River gauge"]
    assert [row["amount"] for row in rows] == ["41.50"]
    told = json.loads(reader.request.get("/drives/books.json").body())
    assert told["schema"] == 1

    desk.get_by_role("row", name="River gauge").get_by_role("link", name="Take back").click()
    desk.get_by_role("button", name="Take it back").click()
    desk.get_by_text("was taken back").wait_for()
    newsroom.settle()
    reader.goto("/drives/books/")
    assert reader.get_by_text("A new float for the gauge at the mill.").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_labels_of_the_months_do_not_overlap_on_any_screen(open_browser, width):
    page = open_browser(width=width)
    page.goto("/drives/books/")
    assert page.locator(".sums__label").count() > 3
    assert page.evaluate(OVERLAPS) == 0


def test_months_are_read_and_taken_away(desk):
    desk.goto("/newsroom/funding/months/")
    desk.locator(".treasury__ledger a").first.click()
    desk.get_by_text("Take the books away").wait_for()
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="Download as JSON").click()
    with open(taken.value.path(), encoding="utf-8") as file:
        told = json.load(file)
    assert sum(leg["amount_minor"] for leg in told["legs"]) == 0
    assert len(told["digest"]) == 64
