"""One line says which memory is shared."""

from __future__ import annotations

import pytest

from dateline.lib.env import BadSetting
from dateline.lib.redis_url import cache_settings


def test_without_an_address_each_process_has_its_own() -> None:
    assert cache_settings("", "x.Shared", "x.Own", ["n:"]) == {"BACKEND": "x.Own", "OPTIONS": {"counts": ["n:"]}}


def test_two_newsrooms_share_one_redis_and_no_entry() -> None:
    found = cache_settings(
        "rediss://:secret@memory.example:6380/2?prefix=courier&ssl_cert_reqs=none", "x.Shared", "x.Own", ["n:"]
    )
    assert (found["BACKEND"], found["OPTIONS"]["counts"]) == ("x.Shared", ["n:"])
    assert found["KEY_PREFIX"] == "courier"
    assert found["LOCATION"] == ["rediss://:secret@memory.example:6380/2?ssl_cert_reqs=none"]
    assert cache_settings("unix:///run/redis.sock", "x.Shared", "x.Own", [])["KEY_PREFIX"] == "dateline"


@pytest.mark.parametrize(
    "url", ["memory.example:6379", "http://memory.example", "redis://", "redis://:secret@h:many/0"]
)
def test_what_cannot_be_used_is_one_sentence_without_the_password(url: str) -> None:
    with pytest.raises(BadSetting, match=r"^REDIS_URL cannot be read\.") as told:
        cache_settings(url, "x.Shared", "x.Own", [])
    assert "secret" not in str(told.value)
