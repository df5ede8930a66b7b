"""Senders are told apart by household, and by nothing that they made up."""

from __future__ import annotations

from django.test import RequestFactory
from django.utils.crypto import salted_hmac
from hypothesis import given
from hypothesis import strategies as st

from dateline.delivery.keyed import keyed_hash
from dateline.delivery.sender import sender_key


def key(peer: str, forwarded: str = "", purpose: str = "talk") -> str:
    return sender_key(RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded), purpose=purpose)


def test_a_household_counts_as_one_and_a_made_up_forwarded_address_for_nothing() -> None:
    assert key("198.51.100.7", "203.0.113.1") == key("198.51.100.7", "203.0.113.2")
    assert key("192.0.2.9") != key("192.0.2.8")
    assert key("2001:db8::1") == key("2001:db8::ffff")
    assert key("2001:db8::1") != key("2001:db8:0:1::1")
    assert key("::ffff:192.0.2.9") == key("192.0.2.9")


def test_what_is_kept_for_one_purpose_says_nothing_to_another() -> None:
    assert key("192.0.2.9", purpose="talk") != key("192.0.2.9", purpose="gifts")


def test_a_sender_without_an_address_has_no_key() -> None:
    assert key("") == ""


@given(st.text(), st.text())
def test_a_keyed_hash_is_djangos_own(salt: str, value: str) -> None:
    assert keyed_hash(salt, value) == salted_hmac(salt, value, algorithm="sha256").hexdigest()
