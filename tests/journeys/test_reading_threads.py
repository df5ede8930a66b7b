"""Sorts, pages, folds, one branch by its own address, deep branches on a phone, every script: without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

SCRIPTS = ["Die Brücke steht 🏚️🌊👩🏽‍🚒", "الماء وصل إلى الدرجة الثالثة", "Вода стоїть, и́ и̂ é", "नदी का पानी घट रहा है"]


@pytest.fixture
def reader(open_browser):
    return open_browser(javascript=False, width=360)


def roots(page):
    """The words of the comments that answer none, as they stand."""
    return page.locator("#comments > ol > li > .comment > .comment__words").all_inner_texts()


def test_comments_are_put_in_another_order(reader, newsroom):
    reader.goto(newsroom.places["meadow"])
    newest = roots(reader)
    order = reader.get_by_role("navigation", name="Order of comments")
    order.get_by_role("link", name="Oldest").click()
    oldest = roots(reader)
    assert reader.locator(".thread__sort[aria-current]").inner_text() == "Oldest"
    assert newest[0] != oldest[0] == "Field 0 lies under sand."
    for name in ("Best", "Most answered"):
        order.get_by_role("link", name=name).click()
        assert reader.locator(".thread__sort[aria-current]").inner_text() == name
        assert len(roots(reader)) == len(newest)


def test_older_comments_are_on_the_next_page_and_none_is_left_out(reader, newsroom):
    reader.goto(newsroom.places["meadow"])
    first = roots(reader)
    reader.get_by_role("link", name="More comments").click()
    rest = roots(reader)
    assert not set(first) & set(rest)
    assert {f"Field {number} lies under sand." for number in range(30)} <= {*first, *rest}


def test_a_comment_has_an_address_with_what_it_answers_and_what_answers_it(reader, newsroom):
    reader.goto(newsroom.places["report"])
    comment = reader.locator(".comment", has_text="(3)").first
    comment.locator(".comment__time").click()
    assert "(2)" in reader.get_by_role("region", name="What this answers").inner_text()
    branch = reader.get_by_role("region", name="The comment and its replies").inner_text()
    assert re.findall(r"\((\d)\)", branch) == ["3", "4", "5", "6"]


def test_a_branch_is_folded(reader, newsroom):
    reader.goto(newsroom.places["report"])
    reply = reader.locator(".comment", has_text="(1)").first
    expect(reply).to_be_visible()
    reader.locator("li.branch__item", has_text="(0)").locator("summary.branch__line").first.click()
    assert not reply.is_visible()


def test_deep_branches_are_no_slivers_on_a_phone_and_say_whom_they_answer(reader, newsroom):
    reader.goto(newsroom.places["report"])
    widths = reader.locator(".comment").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert min(widths) >= 260
    expect(reader.locator(".comment", has_text="(6)").first.locator(".comment__answers")).to_be_visible()


@pytest.mark.parametrize("words", SCRIPTS)
def test_every_script_comes_out_as_it_went_in(reader, newsroom, words):
    reader.goto(newsroom.places["meadow"])
    reader.get_by_label("Your comment").fill(words)
    reader.get_by_label("Your name").fill("Zoë")
    reader.get_by_role("button", name="Send comment").click()
    newsroom.settle()
    reader.goto(newsroom.places["meadow"])
    comment = reader.locator(".comment__words", has_text=words).first
    assert comment.inner_text() == words
    assert comment.evaluate("one => getComputedStyle(one).direction") == ("rtl" if "الماء" in words else "ltr")
