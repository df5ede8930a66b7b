"""Chromium's own parser reads what came of words that nobody means well."""

from dateline.discussion.markup import ELEMENTS, render
from tests.fuzz.browser import faults
from tests.fuzz.nasty import TRICKS, cases


def test_a_browser_finds_nothing_in_comments_that_is_not_allowed(page):
    pieces = [render(text) for text in (*TRICKS, *cases(seed=3, number=500))]
    assert list(faults(page, pieces, ELEMENTS)) == []


def test_a_browser_would_find_it(page):
    bad = ["<p onclick=x>a</p>", "<svg><a>x</a></svg>", "</div><p>out</p>", "<p>a", "<a href='//b.example'>a</a>"]
    assert {place for place, _what in faults(page, bad, ELEMENTS)} == {0, 1, 2, 4}
