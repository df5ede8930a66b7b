"""A transfer: the treasurer opens the way, a reader takes it, the bank's file tells of it, a person books it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from .people import sign_in

PASSWORD = "every line is looked at"
HIRE = f"""
from django.contrib.auth.models import Group
from dateline.people.models import User
tom, is_new = User.objects.get_or_create(username="tom", defaults={{"email": "tom@courier.example"}})
tom.set_password("{PASSWORD}")
tom.save()
tom.groups.add(Group.objects.get(name="Treasurer"))
"""


@pytest.fixture
def desk(open_browser, newsroom):
    """Tom sits down at the treasurer's desk and opens the way."""
    newsroom.dateline("shell", "-v0", "-c", HIRE)
    page = open_browser()
    sign_in(page, newsroom, "tom", PASSWORD)
    page.goto("/newsroom/settings/funding/fundingterms/")
    page.locator("#id_takes_bank").check()
    page.locator("#id_bank_holder").fill("The Ferry Street Courier")
    page.locator("#id_bank_iban").fill("DE02 1203 0000 0000 2020 51")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("updated").first.wait_for()
    yield page
    page.goto("/newsroom/settings/funding/fundingterms/")
    page.locator("#id_takes_bank").uncheck()
    page.get_by_role("button", name="Save").click()


def raised(page) -> int:
    """What the meter counts, asked of the server."""
    return json.loads(page.request.get("/drives/meter.json").body())["raised"]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_transfer_from_the_form_to_the_meter_and_back(open_browser, desk, javascript):
    reader = open_browser(javascript=javascript, width=360)
    reader.goto("/give/")
    reader.get_by_label("10 $", exact=True).check()
    reader.locator("input[name=way][value=bank]").check()
    reader.get_by_role("button", name="Continue").click()
    expect(reader.get_by_role("heading", name="You give 10 $ once")).to_be_visible()
    expect(reader.get_by_text("DE02 1203 0000 0000 2020 51")).to_be_visible()
    expect(reader.get_by_text("transfer nothing")).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= 360
    before = raised(reader)

    desk.goto("/newsroom/funding/statements/")
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="Practise with a made-up statement").click()
    assert taken.value.path().stat().st_size > 0
    reference = reader.get_by_text(re.compile(r"^RF\d\d ")).inner_text()
    table = f"Date;Name;Details;Amount;Currency\n{datetime.now(UTC):%Y-%m-%d};Dee;{reference};10.00;USD\n"
    desk.set_input_files("input[type=file]", {"name": "s.csv", "mimeType": "text/csv", "buffer": table.encode()})
    desk.get_by_role("button", name="Read it").click()
    expect(desk.get_by_text("new", exact=False).first).to_be_visible()
    desk.get_by_role("button", name=re.compile("^Book the")).click()
    expect(desk.get_by_text(re.compile(r"gifts? (is|are) in the books"))).to_be_visible()
    assert raised(reader) >= before + 1000
    reader.reload()
    expect(reader.get_by_role("heading", name="Thank you")).to_be_visible()

    after = raised(reader)
    desk.get_by_role("button", name="Undo").first.click()
    expect(desk.get_by_text("The line waits again")).to_be_visible()
    assert raised(reader) < after


def test_a_way_is_closed_and_opened_while_a_reader_looks(open_browser, desk):
    reader = open_browser()
    reader.goto("/give/")
    reader.get_by_label("10 $", exact=True).check()
    reader.locator("input[name=way][value=bank]").check()
    desk.goto("/newsroom/settings/funding/fundingterms/")
    desk.locator("#id_takes_bank").uncheck()
    desk.get_by_role("button", name="Save").click()
    desk.get_by_text("updated").first.wait_for()
    reader.get_by_role("button", name="Continue").click()
    expect(reader.get_by_text("Nothing was paid yet. Please look at what is marked below.")).to_be_visible()
    reader.get_by_role("button", name="Continue").click()
    expect(reader.get_by_role("link", name="Go on: 10 $ once")).to_be_visible()
    desk.goto("/newsroom/funding/ways/")
    expect(desk.get_by_role("row", name=re.compile("Bank transfer"))).to_contain_text("closed")
