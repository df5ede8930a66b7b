"""Answers shrink where that helps, and a sender's address is believed only from whom we trust."""

from __future__ import annotations

import gzip

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from dateline.delivery.middleware import Compression, NoNul, TrustedProxies


def answered(kind: str, body: bytes) -> HttpResponse:
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    return Compression(lambda _request: HttpResponse(body, content_type=kind))(request)


def sender(settings: Settings, proxies: int, forwarded: str) -> str:
    settings.TRUSTED_PROXIES = proxies
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="10.0.0.1")
    TrustedProxies(view)(request)
    return seen[0]


def test_a_page_is_compressed_and_says_so() -> None:
    response = answered("text/html; charset=utf-8", b"water " * 500)
    assert response["Content-Encoding"] == "gzip"
    assert response["Vary"] == "Accept-Encoding"
    assert gzip.decompress(response.content) == b"water " * 500


def test_a_picture_is_left_as_it_is() -> None:
    assert not answered("image/png", b"water " * 500).has_header("Content-Encoding")


def test_without_a_proxy_nobody_may_say_who_they_are(settings: Settings) -> None:
    assert sender(settings, 0, "203.0.113.9") == "10.0.0.1"


def test_behind_one_proxy_only_its_own_word_counts(settings: Settings) -> None:
    assert sender(settings, 1, "198.51.100.7, 203.0.113.9") == "203.0.113.9"


def test_behind_two_proxies_the_first_of_them_is_asked(settings: Settings) -> None:
    assert sender(settings, 2, "192.0.2.1, 198.51.100.7, 203.0.113.9") == "198.51.100.7"


def test_too_few_words_are_no_proof(settings: Settings) -> None:
    assert sender(settings, 2, "203.0.113.9") == "10.0.0.1"


def test_an_address_with_a_nul_byte_is_looked_up_nowhere() -> None:
    def database(request: HttpRequest) -> HttpResponse:
        raise AssertionError("PostgreSQL refuses NUL bytes with an error")

    with pytest.raises(Http404):
        NoNul(database)(RequestFactory().get("/give/%00/"))
