"""At the desk: copies decided and undone in one go, and a list tried, switched on and withdrawn."""

from __future__ import annotations

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from .light import change_light

SCAM = "My cousin {} earns $97 an hour from home, every single week, ask me how, it is easy and anybody can do it"
SIZES = (360, 768, 1440)


def write(open_browser, newsroom, words, name):
    """Let a guest with a browser of their own say ``words``."""
    page = open_browser(javascript=False)
    page.goto(newsroom.places["report"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill(name)
    page.get_by_role("button", name="Send comment").click()
    page.get_by_text("moderator").first.wait_for()


def looked_at(page, name):
    """See that axe finds nothing by day or night and nothing is too wide; keep pictures where somebody asked."""
    folder = os.environ.get("DATELINE_PICTURES", "")
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        for scheme in ("light", "dark"):
            change_light(page, scheme)
            if folder:
                page.screenshot(path=Path(folder) / f"{name}-{width}-{scheme}.png", full_page=True)
            if width == SIZES[0]:
                found = Axe().run(page)
                assert found.violations_count == 0, found.generate_report()


def test_copies_are_decided_in_one_go_and_undone_in_one_go(open_browser, editor, newsroom):
    for name in ("Anna", "Berta", "Carla"):
        write(open_browser, newsroom, SCAM.format(name), f"{name} K.")
    editor.goto("/moderation/")
    card = editor.locator("[data-card]", has_text="My cousin Anna")
    card.get_by_role("link", name="2 more like this").click()
    editor.get_by_text("These 3 say nearly the same").wait_for()
    assert editor.locator("input[name=seen]:checked").count() == 3
    looked_at(editor, "cluster")
    editor.get_by_role("button", name="All ticked are spam").click()
    editor.get_by_text("3 comments were marked as spam.").wait_for()
    looked_at(editor, "batch")
    editor.keyboard.press("z")
    editor.get_by_text("3 decisions were taken back.").wait_for()
    editor.goto("/moderation/")
    assert editor.locator("[data-card]", has_text="My cousin").count() == 3


def test_a_list_is_tried_switched_on_and_withdrawn(open_browser, editor, newsroom):
    editor.goto("/moderation/")
    editor.get_by_role("link", name="Lists").click()
    editor.get_by_label("Name").fill("Pumps")
    editor.get_by_label("Entries, one on each line").fill("pumps # too often\nfree pump*")
    editor.get_by_role("button", name="Make it").click()
    editor.get_by_role("button", name="on all comments").click()
    editor.get_by_text("would have been found").wait_for()
    editor.locator("mark", has_text="pumps").first.wait_for()
    looked_at(editor, "trial")
    editor.get_by_role("link", name="Back to the list").click()
    editor.get_by_role("button", name="Switch version 1 on").click()
    editor.get_by_text("what it finds waits for a moderator").wait_for()
    write(open_browser, newsroom, "Where are all those pumps now?", "Dora")
    editor.reload()
    editor.get_by_text("Where are all those pumps now?").wait_for()
    looked_at(editor, "list")
    editor.get_by_role("button", name="Withdraw, and release what it alone held").click()
    editor.get_by_text("Not in force").wait_for()
    editor.get_by_role("link", name="Lists").click()
    looked_at(editor, "lists")
