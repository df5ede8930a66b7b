"""A model speaks: the desk sees which words and how sure, the author a sentence; it is set how strict; it learns."""

from playwright.sync_api import expect

from .test_moderators_day import sit_down

WORDS = "You are a coward and a fool, and everybody here knows how pathetic you are."


def say(page, newsroom, words, name):
    """Write below the second report."""
    page.goto(newsroom.places["meadow"])
    page.locator("#compose-text").fill(words)
    page.locator("#compose-name").fill(name)
    page.get_by_role("button", name="Send comment").click()
    page.wait_for_load_state()


def fits(page):
    """Whether nothing is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_held_comment_shows_which_words_and_why_to_the_desk_and_its_author(open_browser, newsroom):
    guest, desk = open_browser(javascript=False, width=360), open_browser(width=360)
    say(guest, newsroom, WORDS, "Rolf M")
    guest.goto("/comments/mine/")
    sentence = guest.get_by_text("It reads like an insult or an attack").first.inner_text()
    assert "“coward”" in sentence
    assert not any(letter.isdigit() for letter in sentence)
    assert fits(guest)

    sit_down(desk, newsroom)
    desk.goto("/moderation/")
    card = desk.locator(".card", has_text="Rolf M").first
    assert "coward" in card.locator(".card__words mark").all_inner_texts()
    card.focus()
    desk.keyboard.press("w")
    table = card.get_by_role("table", name="What the model went by")
    table.wait_for()
    row = table.get_by_role("row").filter(has_text="“coward”")
    assert row.locator("td").first.inner_text().startswith("+")
    assert row.locator("td").last.inner_text().endswith("%")
    assert desk.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"  # of what was opened
    assert "version" in card.locator(".card__model").inner_text()
    assert fits(desk)


def test_how_strict_it_is_is_set_where_one_says_who_may_write_and_taken_back(open_browser, newsroom):
    desk = open_browser(javascript=False, width=360)
    sit_down(desk, newsroom)
    desk.goto("/moderation/learned/")
    desk.get_by_role("link", name="Set how strict it is").click()
    expect(desk.locator("#strictness")).to_be_visible()
    desk.goto("/moderation/")
    desk.get_by_role("link", name="Who may write, how strict").click()
    desk.get_by_role("link", name="Change what holds everywhere").click()
    assert "catches about" in desk.get_by_label("Insults and attacks").inner_text()
    desk.get_by_label("Insults and attacks: of 1,000 clean comments it may hold").select_option("20")
    desk.get_by_role("button", name="Save").click()
    said = "The model against insults: as above → may hold 20 of 1,000 clean comments"
    change = desk.locator(".decision", has_text=said).first
    expect(desk.locator(".in-force").get_by_text("may hold 20 of 1,000 clean comments")).to_be_visible()
    change.get_by_role("button", name="Undo").click()
    desk.wait_for_load_state()
    expect(desk.locator(".in-force").get_by_text("may hold 10 of 1,000 clean comments")).to_be_visible()
    assert fits(desk)


def test_what_is_learned_is_told_and_can_be_left_out(open_browser, newsroom):
    desk = open_browser(javascript=False, width=360)
    sit_down(desk, newsroom)
    desk.goto("/moderation/")
    desk.get_by_role("link", name="Learned", exact=True).click()
    expect(desk.get_by_role("heading", name="What the machine has learned")).to_be_visible()
    desk.get_by_label("Why? For other moderators").fill("We look first.")
    desk.get_by_role("button", name="Use only the model that Dateline comes with").click()
    expect(desk.get_by_text("Only the model that Dateline comes with judges. It goes on learning.")).to_be_visible()
    expect(desk.get_by_text("We look first.")).to_be_visible()
    desk.get_by_role("button", name="Use what was learned here").click()
    expect(desk.get_by_text("What is learned here may be used. Nothing is yet")).to_be_visible()
    assert fits(desk)
