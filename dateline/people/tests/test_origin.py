"""What counts as a form from our own page: the browser's word, in each way that it may be given."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from dateline.people.origin import is_same_origin


def said(**headers: str) -> bool:
    """Whether a request with these headers came from us."""
    return is_same_origin(RequestFactory().post("/give/", headers=headers))


def test_fetch_metadata_decides_where_it_is_given():
    assert said(sec_fetch_site="same-origin", origin="null")
    for site in ("same-site", "cross-site", "none", "SAME-ORIGIN", "same-origin, cross-site"):
        assert not said(sec_fetch_site=site, origin="http://testserver"), site


def test_the_origin_decides_where_fetch_metadata_is_missing():
    assert said(origin="http://testserver")


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://testserver.evil.example", "http://testserver@evil.example", "http://["],
)
def test_whatever_else_is_said_is_not_from_us(origin: str):
    assert not said(origin=origin)


def test_a_request_that_says_nothing_is_not_from_us():
    assert not said()
