"""`dateline check` says what is wrong with the servers that we lean on."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from dateline.lib.cdn_url import cdn_settings
from dateline.lib.database_url import database_settings
from dateline.lib.media_url import media_storage
from dateline.project.neighbours import answering, in_the_open
from tests.cache import cache
from tests.serving import free_port


@pytest.mark.parametrize(
    ("database", "uploads", "ids"),
    [
        ("postgres://db.example/news", "", ["dateline.W004"]),
        ("postgres://db.example/news?sslmode=verify-full", "", []),
        ("postgres://127.0.0.1/news", "s3+http://K:S@127.0.0.1/paper", []),
        ("sqlite:////srv/news.sqlite3", "s3+http://K:S@store.example/paper", ["dateline.W005"]),
        ("sqlite:////srv/news.sqlite3", "s3://K:S@store.example/paper", []),
    ],
)
def test_what_travels_in_the_open_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, database: str, uploads: str, ids: list[str]
) -> None:
    settings.PRODUCTION, settings.UPLOADS_URL = True, uploads
    monkeypatch.setitem(settings.DATABASES, "default", database_settings(database))
    assert [problem.id for problem in in_the_open(None)] == ids


def test_a_redis_and_a_bucket_that_do_not_answer_are_told(settings: Settings) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {"default": {"BACKEND": settings.CACHES["default"]["BACKEND"], "LOCATION": [settings.REDIS_URL]}}
    bucket = media_storage(f"s3+http://K:S@127.0.0.1:{free_port()}/paper", "dateline.delivery.bucket.Bucket")
    settings.STORAGES = {**settings.STORAGES, "default": bucket}
    told = answering(None)
    assert [problem.id for problem in told] == ["dateline.W006", "dateline.W006"]
    assert "Redis cannot be used" in str(told[0].msg)
    assert "does not answer" in str(told[1].msg)


def test_a_cache_in_front_that_does_not_answer_or_refuses_is_told(settings: Settings) -> None:
    settings.DELIVERY_CDN = cdn_settings(f"http://127.0.0.1:{free_port()}")
    (told,) = answering(None)
    assert told.id == "dateline.W006"
    assert "refused" in str(told.msg)
    with cache(says=405) as front:
        settings.DELIVERY_CDN = cdn_settings(front.url)
        assert "405" in str(answering(None)[0].msg)
        front.says = 200
        assert answering(None) == []
