"""Uploads in a bucket, over HTTP: readers get the same answers as from a folder, and from nobody else's host."""

from __future__ import annotations

import gc
import io
import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from asgiref.sync import async_to_sync
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import AsyncClient, Client
from moto.server import ThreadedMotoServer
from PIL import Image
from pytest_django import Settings
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from dateline.delivery.outage import StorageAway
from dateline.lib.media_url import media_storage
from tests.relay import Relay

STORY = b"The water is at the bridge. " * 10_000


@pytest.fixture(scope="module")
def store() -> Iterator[ThreadedMotoServer]:
    """An S3 on the loopback address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def wire(store: ThreadedMotoServer) -> Iterator[Relay]:
    with Relay(store.get_host_and_port()) as wire:
        yield wire


@pytest.fixture
def bucket(wire: Relay, settings: Settings) -> Iterator[str]:
    """A bucket of its own for each test; uploads go there."""
    name = f"paper-{uuid.uuid4().hex[:8]}"
    endpoint = f"http://127.0.0.1:{wire.port}"
    boto3.client(
        "s3", endpoint_url=endpoint, aws_access_key_id="K", aws_secret_access_key="S", region_name="us-east-1"
    ).create_bucket(Bucket=name)
    use(settings, f"s3+http://K:S@127.0.0.1:{wire.port}/{name}?region=us-east-1&prefix=uploads")
    return name


def use(settings: Settings, url: str) -> None:
    settings.STORAGES = {**settings.STORAGES, "default": media_storage(url, "dateline.delivery.bucket.Bucket")}
    assert storages["default"].__class__.__name__ == "Bucket"


@pytest.fixture
def saved(bucket: str) -> str:
    return default_storage.save("original_images/flood.txt", ContentFile(STORY))


def body_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_readers_get_a_file_from_us(saved: str, client: Client, db: None) -> None:
    answer = client.get(f"/media/{saved}")
    assert answer.status_code == 200
    assert body_of(answer) == STORY
    assert answer["Content-Length"] == str(len(STORY))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert default_storage.url(saved) == f"/media/{saved}"


def test_a_span_and_a_validator_are_passed_on(saved: str, client: Client, db: None) -> None:
    part = client.get(f"/media/{saved}", headers={"Range": "bytes=4-8"})
    assert (part.status_code, body_of(part)) == (206, b"water")
    assert part["Content-Range"] == f"bytes 4-8/{len(STORY)}"
    assert client.get(f"/media/{saved}", headers={"If-None-Match": part["ETag"]}).status_code == 304
    assert client.get(f"/media/{saved}", headers={"If-Modified-Since": part["Last-Modified"]}).status_code == 304
    assert client.get(f"/media/{saved}", headers={"Range": "bytes=9999999-"}).status_code == 416
    assert client.head(f"/media/{saved}")["Content-Length"] == str(len(STORY))


def test_it_is_streamed_under_asgi(saved: str, async_client: AsyncClient, db: None) -> None:
    async def ask() -> bytes:
        answer = await async_client.get(f"/media/{saved}")
        return b"".join([block async for block in answer.streaming_content])

    assert async_to_sync(ask)() == STORY


def test_an_empty_file_is_a_file(bucket: str, client: Client, db: None) -> None:
    name = default_storage.save("empty.txt", ContentFile(b""))
    answer = client.get(f"/media/{name}")
    assert (answer.status_code, body_of(answer)) == (200, b"")


@pytest.mark.parametrize(
    "name", ["none.txt", "documents/secret.txt", "original_images/../documents/secret.txt", ".hidden", "x" * 2000]
)
def test_what_is_not_there_or_not_for_everybody_is_absent(bucket: str, client: Client, db: None, name: str) -> None:
    default_storage.save("documents/secret.txt", ContentFile(b"hush"))
    assert client.get(f"/media/{name}").status_code == 404


def test_two_files_of_one_name_are_two(saved: str) -> None:
    assert default_storage.save("original_images/flood.txt", ContentFile(b"another")) != saved
    with default_storage.open(saved) as first:
        assert first.read() == STORY


def test_a_document_goes_out_through_the_view_that_asks_who_may_have_it(bucket: str, client: Client, db: None) -> None:
    root = Collection.objects.filter(depth=1).first() or Collection.add_root(name="Root")
    document = get_document_model().objects.create(
        title="Letter", file=ContentFile(b"Dear all", name="letter.txt"), collection=root
    )
    answer = client.get(document.url)
    assert (answer.status_code, body_of(answer)) == (200, b"Dear all")
    document.file.close()
    assert client.get(f"/media/{document.file.name}").status_code == 404
    answer.close()  # last: it ends the connection to the database


# Wagtail leaves what it has read to the collector of garbage, which is asked here and not in some other test.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_picture_is_kept_and_scaled_there(bucket: str, db: None, flood_png: bytes) -> None:
    Collection.objects.filter(depth=1).first() or Collection.add_root(name="Root")
    picture = get_image_model().objects.create(title="Flood", file=ContentFile(flood_png, name="flood.png"))
    small = picture.get_rendition("width-10")
    assert small.url.startswith("/media/images/")
    assert default_storage.exists(small.file.name)
    del picture, small
    gc.collect()


@pytest.fixture
def flood_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    return out.getvalue()


def test_readers_may_be_sent_to_a_public_address(wire: Relay, bucket: str, settings: Settings) -> None:
    use(settings, f"s3+http://K:S@127.0.0.1:{wire.port}/{bucket}?public=https://files.example/paper")
    assert default_storage.url("images/a b.png") == "https://files.example/paper/images/a%20b.png"


def test_a_storage_that_stops_is_said_to_be_away_and_is_used_again(saved: str, wire: Relay, db: None) -> None:
    reader = Client(raise_request_exception=False)
    wire.cut()
    answer = reader.get(f"/media/{saved}")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    with pytest.raises(StorageAway, match="does not answer"):
        default_storage.save("x.txt", ContentFile(b"x"))
    wire.mend()
    assert reader.get(f"/media/{saved}").status_code == 200


def test_a_bucket_that_is_not_there_is_away_and_not_empty(wire: Relay, bucket: str, settings: Settings) -> None:
    use(settings, f"s3+http://K:S@127.0.0.1:{wire.port}/no-such-bucket?region=us-east-1")
    with pytest.raises(StorageAway, match="refuses"):
        default_storage.save("x.txt", ContentFile(b"x"))
