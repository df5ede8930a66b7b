"""Marks stand behind their sentences, and nothing else of the HTML is changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.marking import Mark, marked

MARK = "<sup>1</sup>"
CASES = [
    ("<p>It rose. It fell.</p>", "It rose.", "<p>It rose.<sup>1</sup> It fell.</p>"),
    ("<p>It <b>rose</b> fast.</p>", "It rose fast.", "<p>It <b>rose</b> fast.<sup>1</sup></p>"),
    ("<p>It <b>rose.</b></p>", "It rose.", "<p>It <b>rose.<sup>1</sup></b></p>"),
    ("<p>Smith &amp; Sons\n  left.</p>", "Smith & Sons left.", "<p>Smith &amp; Sons\n  left.<sup>1</sup></p>"),
    ('<p><a title="a > b" href="/">It.</a></p>', "It.", '<p><a title="a > b" href="/">It.<sup>1</sup></a></p>'),
    ("<p>It</p><p>rose.</p>", "It rose.", "<p>It</p><p>rose.</p>"),
    ("<p>Other.</p>", "It rose.", "<p>Other.</p>"),
    ("<script>It rose.</script><p>It rose.</p>", "It rose.", "<script>It rose.</script><p>It rose.<sup>1</sup></p>"),
    ("<p>\u202bالمياه ارتفعت.</p>", "المياه ارتفعت.", "<p>\u202bالمياه ارتفعت.<sup>1</sup></p>"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "quote", "wanted"), CASES)
def test_a_mark_stands_behind_its_sentence(html: str, quote: str, wanted: str) -> None:
    assert marked(html, [Mark(quote, MARK)]) == wanted


def test_many_marks_keep_their_order() -> None:
    html = "<p>One. Two. Three.</p>"
    marks = [Mark(word, f"<sup>{number}</sup>") for number, word in enumerate(("One.", "Two.", "Three."), 1)]
    assert marked(html, marks) == "<p>One.<sup>1</sup> Two.<sup>2</sup> Three.<sup>3</sup></p>"


WORDS = st.text(alphabet="ab. &<>\"'é\n", max_size=12)
TAGS = st.sampled_from(["<b>", "</b>", "<p>", "</p>", '<a href="x>y">', "</a>", "<br>", "<!-- x -->", "&amp;", "&#39;"])


@given(st.lists(st.one_of(WORDS.map(lambda text: re.sub("[<>&]", "", text)), TAGS), max_size=12), WORDS)
def test_nothing_but_the_mark_is_added(parts: list[str], quote: str) -> None:
    html = "".join(parts)
    assert marked(html, [Mark(quote, "\uffff")]).replace("\uffff", "") == html
