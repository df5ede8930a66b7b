"""Links are found and changed; nothing else is."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.imports.site.addresses import file_of, target_of, way
from dateline.imports.site.links import Link, change_links

OURS = frozenset({"https://news.example"})


def found(kind: str, text: str) -> list[Link]:
    links: list[Link] = []
    assert change_links(kind, text, lambda link: links.append(link)) == text
    return links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ('<a class="x" href="/a/?b=1&amp;c=2">', [Link("/a/?b=1&c=2")]),
        ("<a href=/a/ rel='nofollow ugc'>", [Link("/a/", follow=False)]),
        ('<img src="/a.png" srcset="/a.png 1x, /b,c.png 640w">', [Link("/a.png"), Link("/a.png"), Link("/b,c.png")]),
        ('<link rel="canonical" href="https://news.example/">', [Link("https://news.example/", told=True)]),
        ('<script type="module" src="/x.js"></script>', [Link("/x.js")]),
        ('<script type="application/json">{"a": "<a href=\\"/x/\\">"}</script>', []),
        ('<!-- <a href="/x/"> --><p title="a > b" data-href="/x/">href="/y/"</p>', []),
        ('<form method="post" action="/x/"><form action="/search/">', [Link("/search/", follow=False, form=True)]),
    ],
)
def test_links_in_a_page(text: str, links: list[Link]) -> None:
    assert found("text/html", text) == links


def test_links_in_styles_scripts_and_sitemaps() -> None:
    assert found("text/css", '@import "a.css"; b { background: url(c.png) }') == [Link("a.css"), Link("c.png")]
    assert found("text/javascript", 'import { a } from "./a.js";\nconst b = "./c.js";') == [Link("./a.js")]
    assert found("application/xml", "<loc>https://news.example/</loc>") == [Link("https://news.example/", told=True)]


def test_a_changed_link_is_escaped_and_its_neighbours_stay() -> None:
    text = '<a  class=x href="/a/" >A</a>'
    assert change_links("text/html", text, lambda _link: 'b"&c') == '<a  class=x href="b&quot;&amp;c" >A</a>'


@given(st.text(alphabet="<>a\"'=/ !-hrefscipt\n", max_size=60))
def test_whatever_stands_there_stays_when_nothing_is_changed(text: str) -> None:
    assert change_links("text/html", text, lambda _link: None) == text


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("/a/", "/a/"),
        ("b/", "/here/b/"),
        ("?page=2", "/here/?page=2"),
        ("/a/?utm=1&sort=best", "/a/?sort=best"),
        ("https://news.example", "/"),
        ("/%C3%A4/", "/ä/"),
    ],
)
def test_where_a_link_leads(url: str, address: str) -> None:
    target = target_of(url, "/here/?sort=x", OURS)
    assert target is not None
    assert target.address == address


@pytest.mark.parametrize(
    "url", ["#c1", "", "https://other.example/a/", "mailto:a@b.example", "/%2e%2e/x", "//x.example/"]
)
def test_what_is_no_page_of_ours(url: str) -> None:
    assert target_of(url, "/here/", OURS) is None


def test_files_and_the_way_between_them() -> None:
    page, leaf = file_of("/a/", "text/html"), file_of("/a/?page=2", "text/html")
    assert (page, leaf) == (PurePosixPath("a/index.html"), PurePosixPath("a/index,page=2.html"))
    assert file_of("/", "text/html") == PurePosixPath("index.html")
    assert file_of("/feed.rss", "application/rss+xml") == PurePosixPath("feed.rss")
    assert way(page, leaf, "c1") == "index,page=2.html#c1"
    assert way(page, file_of("/", "text/html")) == "../index.html"
    assert way(leaf, PurePosixPath("a/ü b.png")) == "%C3%BC%20b.png"
