"""Uploaded files go out whole, in spans, or not at all; whatever they are, they run nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from dateline.delivery.ranges import Span, Unsatisfiable, asked_span

pytestmark = pytest.mark.django_db
BYTES = bytes(range(200))


def body(response: object) -> bytes:
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


@pytest.fixture
def picture(own_media: Path) -> str:
    (own_media / "images").mkdir(parents=True)
    (own_media / "images" / "bridge.png").write_bytes(BYTES)
    return "/media/images/bridge.png"


def test_a_picture_is_sent_whole_with_its_type(client: Client, picture: str) -> None:
    response = client.get(picture)
    assert (response.status_code, body(response)) == (200, BYTES)
    assert response["Content-Type"] == "image/png"
    assert response["Accept-Ranges"] == "bytes"
    assert not response.cookies


def test_whatever_is_sent_may_run_nothing_and_be_guessed_at_by_nobody(client: Client, picture: str) -> None:
    response = client.get(picture)
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_page_somebody_uploaded_is_offered_for_download(client: Client, own_media: Path) -> None:
    own_media.mkdir(parents=True)
    (own_media / "trick.html").write_text("<script>alert(1)</script>")
    response = client.get("/media/trick.html")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("asked", "span", "expected"),
    [
        ("bytes=0-9", "bytes 0-9/200", BYTES[:10]),
        ("bytes=190-", "bytes 190-199/200", BYTES[190:]),
        ("bytes=-5", "bytes 195-199/200", BYTES[195:]),
        ("bytes=150-900", "bytes 150-199/200", BYTES[150:]),
    ],
)
def test_a_span_is_sent_alone(client: Client, picture: str, asked: str, span: str, expected: bytes) -> None:
    response = client.get(picture, headers={"Range": asked})
    assert (response.status_code, response["Content-Range"], body(response)) == (206, span, expected)
    assert response["Content-Length"] == str(len(expected))


def test_a_span_beyond_the_end_is_refused_with_the_size(client: Client, picture: str) -> None:
    response = client.get(picture, headers={"Range": "bytes=200-"})
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */200")


def test_a_span_of_a_file_that_has_changed_is_the_whole_new_file(client: Client, picture: str) -> None:
    response = client.get(picture, headers={"Range": "bytes=0-9", "If-Range": '"older"'})
    assert response.status_code == 200


def test_who_has_the_file_already_is_told_so(client: Client, picture: str) -> None:
    first = client.get(picture)
    again = client.get(picture, headers={"If-None-Match": first["ETag"]})
    since = client.get(picture, headers={"If-Modified-Since": first["Last-Modified"]})
    assert (again.status_code, again.content, since.status_code) == (304, b"", 304)


@pytest.mark.parametrize(
    "path",
    [
        "../secret_key",
        "images/../../secret_key",
        "%2e%2e/secret_key",
        "..%2fsecret_key",
        "images/.hidden",
        "images",
        "x%00",
    ],
)
def test_nothing_outside_the_folder_is_ever_sent(client: Client, picture: str, own_media: Path, path: str) -> None:
    (own_media.parent / "secret_key").write_text("hush")
    (own_media / "images" / ".hidden").write_text("hush")
    assert client.get(f"/media/{path}").status_code == 404


def test_a_link_that_leads_out_of_the_folder_is_not_followed(client: Client, picture: str, own_media: Path) -> None:
    (own_media.parent / "secret_key").write_text("hush")
    (own_media / "way-out.txt").symlink_to(own_media.parent / "secret_key")
    assert client.get("/media/way-out.txt").status_code == 404


def test_a_file_is_not_written_to(client: Client, picture: str) -> None:
    assert client.post(picture).status_code == 405


@given(st.integers(0, 300), st.integers(0, 300) | st.none(), st.integers(0, 300) | st.none())
def test_every_span_lies_inside_the_file(size: int, first: int | None, last: int | None) -> None:
    start, end = "" if first is None else first, "" if last is None else last
    try:
        span = asked_span(f"bytes={start}-{end}", size)
    except Unsatisfiable:
        return
    assert span is None or (0 <= span.first <= span.last < size and isinstance(span, Span))


@given(st.text())
def test_no_header_breaks_the_reader_of_headers(header: str) -> None:
    try:
        asked_span(header, 10)
    except Unsatisfiable:
        return


def test_a_name_longer_than_any_file_may_have_is_not_found(client: Client, picture: str) -> None:
    assert client.get(f"/media/{'a' * 300}").status_code == 404
    assert client.get(f"{picture}/beyond").status_code == 404


def test_documents_go_out_by_the_door_that_asks_who_may_have_them(client: Client, own_media: Path) -> None:
    (own_media / "documents").mkdir(parents=True)
    (own_media / "documents" / "source.pdf").write_bytes(BYTES)
    for path in (
        "documents/source.pdf",
        "images/../documents/source.pdf",
        "./documents/source.pdf",
        "/documents/source.pdf",
    ):
        assert client.get(f"/media/{path}").status_code == 404, path
