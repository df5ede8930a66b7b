"""What can be wrong with the servers that we lean on: the database, Redis, the bucket of uploads, a cache in front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.core.files.storage import default_storage
from redis import Redis
from redis.exceptions import RedisError

from dateline.delivery.cdn.asking import CdnAway
from dateline.delivery.cdn.kinds import backend_of
from dateline.delivery.outage import StorageAway
from dateline.lib.media_url import IN_A_FOLDER

NEAR = {"", "localhost", "127.0.0.1", "::1"}
TLS = {"require", "verify-ca", "verify-full"}


def is_near(host: str | None) -> bool:
    """Whether what is sent there stays on this machine: no host, its own, or the path of a socket."""
    return (host or "") in NEAR or str(host).startswith("/")


@register(Tags.security)
def in_the_open(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """In production nothing travels over a network that others could read."""
    return [*database_in_the_open(), *bucket_in_the_open()] if settings.PRODUCTION else []


def database_in_the_open() -> list[CheckMessage]:
    """PostgreSQL is asked over TLS, or on this machine."""
    database = settings.DATABASES["default"]
    if is_near(database.get("HOST")) or database["OPTIONS"].get("sslmode") in TLS:
        return []
    hint = "Add ?sslmode=verify-full to DATABASE_URL: without, rows and passwords may travel in the open."
    return [Warning("The way to PostgreSQL need not be encrypted.", hint=hint, id="dateline.W004")]


def bucket_in_the_open() -> list[CheckMessage]:
    """The bucket is asked over TLS, or on this machine."""
    address = urlsplit(settings.UPLOADS_URL)
    if address.scheme != "s3+http" or is_near(address.hostname):
        return []
    hint = "Begin DATELINE_MEDIA_URL with s3://: documents that are for a few travel in the open."
    return [Warning("The way to the bucket is not encrypted.", hint=hint, id="dateline.W005")]


@register(Tags.caches, deploy=True)
def answering(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """Redis, the bucket and the cache in front are there.

    Only a warning: we begin without them, and use them once they are.
    """
    return [
        Warning(problem, hint=f"Is {name} what you meant, and does it run?", id="dateline.W006")
        for name, problem in (
            ("REDIS_URL", ask_redis()),
            ("DATELINE_MEDIA_URL", ask_bucket()),
            ("DATELINE_CDN", ask_cdn()),
        )
        if problem
    ]


def ask_redis() -> str:
    """Return what is wrong with Redis, in a sentence."""
    if not settings.REDIS_URL:
        return ""
    try:
        with Redis.from_url(settings.CACHES["default"]["LOCATION"][0], socket_timeout=2) as client:
            client.ping()
    except (RedisError, OSError) as error:
        return f"Redis cannot be used: {error}."
    return ""


def ask_bucket() -> str:
    """Return what is wrong with the bucket, in a sentence."""
    if settings.STORAGES["default"]["BACKEND"] == IN_A_FOLDER:
        return ""
    try:
        default_storage.exists("dateline")
    except StorageAway as error:
        return str(error)
    return ""


def ask_cdn() -> str:
    """Return what is wrong with the cache in front, in a sentence; it drops the front page for it."""
    if settings.DELIVERY_CDN is None:
        return ""
    try:
        backend_of(settings.DELIVERY_CDN).purge_batch([f"{settings.BASE_URL}/"])
    except CdnAway as error:
        return f"The cache in front cannot be told what has changed: {error}."
    return ""
