"""Uploads in a bucket that speaks S3: django-storages', with words of ours for when it is away.

Nobody is sent to another host: addresses are our own and delivery passes the bytes on, unless a public one was set.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from .outage import StorageAway
from .ranges import Span
from .stored import BLOCK, Stored

CONNECT_SECONDS, READ_SECONDS, TRIES = 2, 10, 2
ABSENT = {"404", "NoSuchKey", "NotFound", "416", "InvalidRange", "412", "PreconditionFailed"}


@contextmanager
def answering() -> Iterator[None]:
    """Say StorageAway where the storage does not answer, refuses our key or fails itself."""
    try:
        yield
    except BotoCoreError as error:
        raise StorageAway(f"The storage of uploads does not answer: {error}") from error
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in ABSENT:
            raise
        raise StorageAway(f"The storage of uploads refuses: {error}") from error


class Bucket(S3Storage):
    """What django-storages does, in our manner: no file is replaced by another of its name, none is signed for."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing is read from AWS_* settings: DATELINE_MEDIA_URL says it all."""
        ours = {
            "file_overwrite": False,
            "querystring_auth": False,
            "default_acl": None,
            "public": "",
            "client_config": Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"total_max_attempts": TRIES, "mode": "standard"},
                signature_version="s3v4",
                s3={"addressing_style": self._style},
            ),
        }
        return super().get_default_settings() | ours

    def __init__(self, **options: Any) -> None:
        self._style = options.get("addressing_style") or "auto"
        super().__init__(**options)

    @cached_property
    def client(self) -> Any:
        """One client for all threads, as boto3 allows; its resources, which django-storages uses, are not shared."""
        return self._create_session().client(
            "s3", region_name=self.region_name, endpoint_url=self.endpoint_url, config=self.client_config
        )

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Our own address, or the public one that was set."""
        base = f"{self.public}/" if self.public else settings.MEDIA_URL
        return urljoin(base, filepath_to_uri(clean_name(name)))

    def find(self, name: str) -> Stored | None:
        """Return the file as delivery sees it; None where there is none. Raises StorageAway."""
        key = self._normalize_name(clean_name(name))
        try:
            with answering():
                head = self.client.head_object(Bucket=self.bucket_name, Key=key)
        except ClientError:
            return None
        return Stored(
            name=name.rpartition("/")[2],
            size=head["ContentLength"],
            etag=head["ETag"],
            modified=int(head["LastModified"].timestamp()),
            read=lambda span: self.read_span(key, head["ETag"], span),
        )

    def read_span(self, key: str, etag: str, span: Span) -> Iterator[bytes]:
        """Give the bytes of ``span`` in blocks as they come."""
        if span.length <= 0:
            return
        with answering():
            found = self.client.get_object(
                Bucket=self.bucket_name, Key=key, Range=f"bytes={span.first}-{span.last}", IfMatch=etag
            )
            with closing(found["Body"]) as body:
                yield from body.iter_chunks(BLOCK)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with answering():
            return super()._open(name, mode)

    def _save(self, name: str, content: Any) -> str:
        with answering():
            return super()._save(name, content)

    def exists(self, name: str) -> bool:
        with answering():
            return super().exists(name)

    def delete(self, name: str) -> None:
        with answering():
            super().delete(name)
