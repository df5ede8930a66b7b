"""One line says which cache is told what has changed."""

from __future__ import annotations

import pytest

from dateline.lib.cdn_url import Cdn, cdn_settings
from dateline.lib.env import BadSetting


def test_without_an_address_there_is_none() -> None:
    assert cdn_settings("") is None


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://varnish:80", Cdn("http", {"LOCATION": "http://varnish:80"})),
        ("https://[::1]:6081/?keep=60&every=0.5", Cdn("http", {"LOCATION": "https://[::1]:6081"}, 60, 0.5)),
        ("cloudflare://to%2Fken@0a1b2c", Cdn("cloudflare", {"ZONEID": "0a1b2c", "BEARER_TOKEN": "to/ken"})),
        ("cloudfront://E2ABC", Cdn("cloudfront", {"DISTRIBUTION_ID": "E2ABC"}, every=30.0)),
        (
            "cloudfront://KEY:se%2Bcret@E2ABC?every=60",
            Cdn(
                "cloudfront",
                {"DISTRIBUTION_ID": "E2ABC", "AWS_ACCESS_KEY_ID": "KEY", "AWS_SECRET_ACCESS_KEY": "se+cret"},
                every=60.0,
            ),
        ),
    ],
)
def test_an_address_says_it_all(url: str, found: Cdn) -> None:
    assert cdn_settings(url) == found


@pytest.mark.parametrize(
    "url",
    [
        "varnish:80",
        "http://",
        "http://ada:hush@varnish:80",
        "http://varnish:80/purge",
        "http://varnish:port",
        "cloudflare://zone",
        "cloudflare://ada:hush@zone",
        "cloudfront://hush@E2ABC",
        "cloudflare://hush@zone?kepe=1",
        "cloudflare://hush@zone?keep=0",
        "cloudflare://hush@zone?every=often",
    ],
)
def test_what_cannot_be_used_is_one_sentence_without_the_secret(url: str) -> None:
    with pytest.raises(BadSetting, match=r"^DATELINE_CDN [^\n]+\.$") as told:
        cdn_settings(url)
    assert "hush" not in str(told.value)


def test_its_secret_is_not_printed_with_it() -> None:
    assert "hush" not in repr(cdn_settings("cloudflare://hush@zone"))
