"""Links are found where Markdown makes them, and taken out without a trace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.discussion.links import links_in, without_links
from dateline.discussion.markup import render

BITS = st.sampled_from(
    [
        "https://a.example/x", "http://b.example/(y)", "[words](https://c.example)", '[w](https://d.example "t")',
        "[w](<https://e.example>)", "<https://f.example>", "<mailto:x@g.example>", "[m](mailto:x@h.example)",
        "[", "]", "(", ")", "<", ">", "\\", "`", "*", "!", "https", ":", "//", "[a [b]](https://i.example)",
        "[x](https\\://j.example)", "[x](&#104;ttps://k.example)", "https://l.example).", "\n\n", "- ", "> ", " ", "x",
        "HTTPS://M.example", "[w](https://n.example 'a (b)')", "'", '"', "[w]( https://o.example )", "水",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("See https://a.example/x, please.", "See [link removed], please."),
        ("(https://a.example)", "([link removed])"),
        ("[The best shoes](https://a.example) are here", "The best shoes [link removed] are here"),
        ('[shoes](https://a.example "Buy")!', "shoes [link removed]!"),
        ("[river](https://a.example/x_(y)) rose", "river [link removed] rose"),
        ("<https://a.example> and <mailto:x@b.example>", "[link removed] and [link removed]"),
        ("[shoes](<https://a.example>)", "shoes [link removed]"),
        ("No link [here](nowhere) at all: a//b", "No link [here](nowhere) at all: a//b"),
    ],
)
def test_each_kind_of_link_is_taken_out(text: str, without: str):
    assert without_links(text, range(10)) == without


def test_only_the_chosen_ones_go():
    text = "https://a.example https://b.example https://c.example"
    assert without_links(text, [1]) == "https://a.example [link removed] https://c.example"
    assert [link.address for link in links_in(text)] == text.split()


@given(st.lists(BITS, max_size=9).map("".join))
def test_no_link_is_overlooked(text: str):
    assert "<a " not in render(without_links(text, range(100)))


@given(st.lists(BITS, max_size=9).map("".join))
def test_links_do_not_overlap_and_nothing_else_is_touched(text: str):
    ends = [0, *(place for link in links_in(text) for place in (link.start, link.end)), len(text)]
    assert ends == sorted(ends)
    assert without_links(text, []) == text
