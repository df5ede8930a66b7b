"""Markdown in, harmless HTML out."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.discussion.markup import ATTRIBUTES, ELEMENTS, _parsed, _plain_paragraphs, quoted, render

MARKUP = ["<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=1>", "<style>*{}</style>", "&lt;"]
LINKS = [
    "javascript:alert(1)",
    "](",
    "[",
    "![",
    "<https://a.example>",
    "http://b.example/\"onclick='1",
    "<a href=data:,x>",
]
MARKS = ["`", "```\n", "> ", "- ", "1. ", "# ", "**", "_", "~~", "\n", "\n\n", " ", "\\"]
LETTERS = ["\x00", "\u202e", "🌊", "é", "ा", "ـ"]
PIECES = st.sampled_from([*MARKUP, *LINKS, *MARKS, *LETTERS])


class Seen(HTMLParser):
    """Gathers every element and attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, "", "")] + [(tag, name, value or "") for name, value in attrs]


def seen(html: str) -> list[tuple[str, str, str]]:
    """Parse ``html`` as a browser would."""
    parser = Seen()
    parser.feed(html)
    return parser.found


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join))
def test_nothing_outside_the_allow_list_ever_comes_out(text: str):
    for tag, attribute, value in seen(render(text)):
        assert tag in ELEMENTS
        assert attribute in {"", "rel", *ATTRIBUTES.get(tag, ())}
        if attribute == "href":
            assert value.lower().startswith(("http://", "https://", "mailto:")) or ":" not in value.split("/")[0]


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇦",
        "الماء يرتفع",
        "שלום עולם",
        "Z͑͗a̴lgo",
        "می‌خواهم",
        "क्षि",
        "नमस्ते",
        "ﬁ Å Å",
        "漢字かな交じり文",
        "Łódź",
    ],
)
def test_every_script_comes_out_as_it_went_in(text: str):
    assert render(text) == f"<p>{text}</p>\n"


def test_the_marks_a_reader_may_use():
    assert render("*a* **b** `c`") == "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"
    assert render("one\ntwo") == "<p>one<br>\ntwo</p>\n"
    assert "<blockquote>" in render("> said")
    answered = "<blockquote>\n<p>said<br>\nagain</p>\n</blockquote>\n<p>and answered</p>\n"
    assert render("> said\n> again\nand answered") == answered
    assert "<li>" in render("- one\n- two")


def test_marks_that_shout_or_load_are_plain_text():
    assert render("# Loud") == "<p># Loud</p>\n"
    assert "<img" not in render("![x](https://spy.example/pixel.gif)")


def test_links_say_that_we_do_not_vouch_for_them():
    for text in ("[a](https://a.example/)", "<https://a.example/>", "https://a.example/"):
        assert 'href="https://a.example/" rel="nofollow ugc noopener"' in render(text), text


def test_an_address_in_a_sentence_ends_where_the_sentence_goes_on():
    assert 'href="https://a.example/x"' in render("See https://a.example/x.")
    assert 'href="https://a.example/x_(y)"' in render("(https://a.example/x_(y))")
    assert "<a" not in render("xhttps://a.example")
    assert render("`https://a.example`") == "<p><code>https://a.example</code></p>\n"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JaVaScRiPt:alert(1)"])
def test_a_link_that_runs_is_no_link(address: str):
    assert not [value for _, name, value in seen(render(f"[a]({address}) <{address}>")) if name == "href"]


@pytest.mark.parametrize(
    "address", ["//evil.example", "/account/logout/", "http:evil.example", "/\\evil.example", "#c1"]
)
def test_only_a_whole_address_makes_a_link_because_screening_sees_no_other(address: str):
    assert "<a" not in render(f"[free money]({address})")


def test_a_link_without_an_address_is_its_words():
    assert render("[here]() and [there]( ), [*this*](https://a.example).") == (
        '<p>here and there, <a href="https://a.example" rel="nofollow ugc noopener"><em>this</em></a>.</p>\n'
    )


def test_a_link_has_no_title_that_says_something_else():
    assert "title" not in render('[a](https://a.example/ "The newsroom")')


LINES = [
    "One.",
    "& so on",
    '"No"',
    "- a",
    "1) b",
    "12 men",
    "#x",
    "| a |",
    "===",
    "http:",
    "//x",
    "&amp;",
    "é",
    "a!",
    "(c)",
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from([*LINES, "\n", "\n\n", "\r\n", "  ", "     "]) | st.text(max_size=3), max_size=20))
def test_words_without_a_mark_come_out_alike_by_the_short_way_and_the_long(pieces: list[str]):
    text = "".join(pieces)
    short = _plain_paragraphs(text)
    assert short is None or short == _parsed(text)


def test_ordinary_words_take_the_short_way():
    assert _plain_paragraphs("It's “over”, I said. & 12 of us\r\nwill be there:\n\n  at noon; 5% (all).") is not None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("One line.", "> One line.\n\n"),
        ("Two\n\nparagraphs.", "> Two\n>\n> paragraphs.\n\n"),
        ("> Ann said this.\n\nI do not agree.", "> I do not agree.\n\n"),
        ("> Only a quote.", "\n"),
        ("  עברית 🌊 ", "> עברית 🌊\n\n"),
    ],
)
def test_words_are_quoted_without_what_they_quote_themselves(text: str, quote: str):
    assert quoted(text) == quote


def test_a_quote_in_a_reply_reads_as_one():
    assert render(quoted("*Stars* and [links](https://a.example)") + "So what?") == (
        '<blockquote>\n<p><em>Stars</em> and <a href="https://a.example" rel="nofollow ugc noopener">links</a></p>\n'
        "</blockquote>\n<p>So what?</p>\n"
    )
