"""One line says where uploads lie."""

from __future__ import annotations

import pytest

from dateline.lib.env import BadSetting
from dateline.lib.media_url import IN_A_FOLDER, media_storage, public_origin


def test_without_an_address_they_lie_in_a_folder() -> None:
    assert media_storage("", "x.Bucket") == {"BACKEND": IN_A_FOLDER}
    assert public_origin({"BACKEND": IN_A_FOLDER}) == []


def test_an_address_says_it_all() -> None:
    found = media_storage(
        "s3://KEY:se%2Fcr%2Bet@store.example:9000/paper?region=eu-central-1&prefix=/uploads/", "x.Bucket"
    )
    assert found["BACKEND"] == "x.Bucket"
    assert found["OPTIONS"] == {
        "access_key": "KEY",
        "secret_key": "se/cr+et",
        "endpoint_url": "https://store.example:9000",
        "bucket_name": "paper",
        "region_name": "eu-central-1",
        "location": "uploads",
        "addressing_style": "path",
        "public": "",
    }


def test_amazon_has_no_host_and_a_machine_may_have_its_own_key() -> None:
    options = media_storage("s3:///paper?region=eu-central-1", "x.Bucket")["OPTIONS"]
    assert (options["endpoint_url"], options["access_key"], options["addressing_style"]) == (None, None, "auto")


def test_readers_may_be_sent_to_a_public_address() -> None:
    found = media_storage("s3://K:S@store.example/paper?public=https://files.example/paper/", "x.Bucket")
    assert found["OPTIONS"]["public"] == "https://files.example/paper"
    assert public_origin(found) == ["https://files.example"]


@pytest.mark.parametrize(
    "url",
    [
        "store.example/paper",
        "s3://K:hush@store.example",
        "s3://K:hush@store.example/paper/deeper",
        "s3://K@store.example/paper",
        "s3://K:hu/sh@store.example/paper",
        "s3://K:hush@store.example:port/paper",
        "s3://K:hush@store.example/paper?regoin=x",
        "s3://K:hush@store.example/paper?style=odd",
        "s3://K:hush@store.example/paper?public=files.example",
    ],
)
def test_what_cannot_be_used_is_one_sentence_without_the_secret(url: str) -> None:
    with pytest.raises(BadSetting, match=r"^DATELINE_MEDIA_URL [^\n]+\.$") as told:
        media_storage(url, "x.Bucket")
    assert "hush" not in str(told.value)
