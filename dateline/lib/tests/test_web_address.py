"""Origins are compared whole, and a page has one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib.web_address import BadAddress, canonical, is_within, origin_of, read_pattern

ALLOWED = ("https://example.org", "https://*.example.net", "http://localhost:8000")


@pytest.mark.parametrize(
    "origin", ["https://example.org", "https://blog.example.net", "https://a.b.example.net", "http://localhost:8000"]
)
def test_a_listed_origin_is_within(origin: str) -> None:
    assert is_within(origin, ALLOWED)


@pytest.mark.parametrize(
    "origin",
    [
        "https://attacker-example.org",
        "https://example.org.attacker.example",
        "https://blog.example.org",
        "http://example.org",
        "https://example.org:8443",
        "https://example.net",
        "https://attackerexample.net",
        "https://.example.net",
        "http://localhost",
        "http://localhost:80001",
        "null",
        "",
    ],
)
def test_what_only_looks_like_a_listed_origin_is_not(origin: str) -> None:
    assert not is_within(origin, ALLOWED)


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        (" https://Example.org/ ", "https://example.org"),
        ("https://example.org:443", "https://example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://*.example.org", "https://*.example.org"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_an_origin_is_read_as_people_write_it(line: str, pattern: str) -> None:
    assert read_pattern(line) == pattern


@pytest.mark.parametrize(
    "line",
    [
        "example.org", "*", "https://*", "https://*.org", "https://*.*.example.org", "https://a.*.example.org",
        "https://example.org/blog", "https://example.org?x", "https://user@example.org", "javascript:alert(1)",
        "https://example.org; script-src *", "https://[::1]", "https://exa mple.org", "https://example.org:99999",
        "ftp://example.org", "https://", "https://ex_ample.org", "file:///etc/passwd", "https://a..b.example",
    ],
)  # fmt: skip
def test_what_is_no_origin_is_refused(line: str) -> None:
    with pytest.raises(BadAddress):
        read_pattern(line)


@pytest.mark.parametrize(
    ("address", "spelling"),
    [
        ("https://Example.org", "https://example.org/"),
        ("https://example.org:443/a#comments", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&p=3&fbclid=1", "https://example.org/a?p=3"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/Über/%c3%bc", "https://example.org/%C3%9Cber/%C3%BC"),
        ("https://example.org/a?b=1&a=2", "https://example.org/a?b=1&a=2"),
    ],
)
def test_a_page_has_one_spelling(address: str, spelling: str) -> None:
    assert canonical(address) == spelling


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "//example.org/a", "/a", "", "https://user:word@example.org/",
        "https://example.org/\"><script>", "https://example.org\\@attacker.example/", "https://example.org/a b",
        "https://example.org/\n", "https://example.org/" + "a" * 600, "https://example.org:port/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(BadAddress):
        canonical(address)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_refused_or_has_a_spelling_that_stays(typed: str) -> None:
    for address in (typed, f"https://example.org/{typed}", f"https://{typed}.example.org/"):
        try:
            spelling = canonical(address)
        except BadAddress:
            continue
        assert canonical(spelling) == spelling
        assert spelling.isascii()
        assert "#" not in spelling
        assert spelling.startswith(origin_of(spelling) + "/")


@given(st.from_regex(r"https://[a-z.\-]{0,30}example\.org[a-z.:0-9]{0,10}", fullmatch=True))
def test_only_the_very_origin_or_names_before_it_are_within(origin: str) -> None:
    assert is_within(origin, ["https://example.org"]) == (origin == "https://example.org")
