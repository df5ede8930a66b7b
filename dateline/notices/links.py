"""Addresses that stand in mails: whoever has one may do what it is for, and nothing else. Each is signed.

Mails are forwarded and lie about for years. So what changes anything ends by itself, and as soon as another address is
confirmed or another feed is made; what only ends mails is good for ever.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from dateline.delivery.keyed import keyed_hash
from dateline.lib.row_number import row_number

from .models import Follow, Recipient

WORDS = ("address", "stop", "choices", "refuse", "feed")  # another where a link says something else than before
CONFIRM, STOP, OWN, REFUSE, FEED = (f"dateline.notices.{word}" for word in WORDS)
CONFIRMED_WITHIN = timedelta(days=7)
OWN_WITHIN = timedelta(days=30)  # a newer mail has a newer one
EVERYTHING = "all"
THREAD = "thread-"


class Asked(NamedTuple):
    """Who wants to be told where. Of a link that has done its work already, ``is_used``, nothing more comes."""

    recipient: Recipient
    mail: str
    is_used: bool


class Stop(NamedTuple):
    """What one link ends: mails of one choice, of one thread, or all."""

    recipient_id: int
    what: str


def whole(path: str) -> str:
    """Return ``path`` as a whole address."""
    return urljoin(f"{settings.BASE_URL}/", path)


def stop_link(recipient: Recipient, what: str) -> str:
    """Return the address that ends what one mail was sent for; it does not expire, as mails are kept for long."""
    token = signing.Signer(salt=STOP).sign(f"{recipient.pk}-{what}")
    return whole(reverse("notices:stop", args=[token]))


def behind_stop(token: str) -> Stop | None:
    """Return what such a link ends; None for one that we did not make."""
    try:
        number, _dash, what = signing.Signer(salt=STOP).unsign(token).partition("-")
    except signing.BadSignature:
        return None
    return Stop(int(number), what)


def stop_thread(follow: Follow) -> str:
    """Return what a stop link says of one thread."""
    return f"{THREAD}{follow.thread_id}"


def own_link(recipient: Recipient) -> str:
    """Return where somebody chooses what they are told: an account's own page, or for a guest a link of their own."""
    if recipient.account_id:
        return whole(reverse("notices:own"))
    return whole(reverse("notices:own_by_link", args=[own_token(recipient)]))


def own_token(recipient: Recipient) -> str:
    """Return what a guest's link to their choices ends in: good for 30 days, or until others take its place."""
    return signing.dumps([recipient.pk, _seal(OWN, recipient, recipient.link_seed)], salt=OWN)


def behind_own(token: str) -> Recipient | None:
    """Return the guest whose link it is; None for one that is over, that we did not make, or of somebody who left."""
    try:
        number, seal = signing.loads(token, salt=OWN, max_age=OWN_WITHIN)
    except signing.BadSignature:
        return None
    recipient = Recipient.objects.filter(pk=number, account__isnull=True).first()
    return recipient if recipient and _is_sealed(seal, OWN, recipient, recipient.link_seed) else None


def confirm_link(recipient: Recipient, mail: str) -> str:
    """Return the address by which whoever reads ``mail`` says that it is theirs, for a week."""
    token = signing.dumps([recipient.pk, mail, _seal(CONFIRM, recipient, recipient.link_seed)], salt=CONFIRM)
    return whole(reverse("notices:confirm", args=[token]))


def behind_confirm(token: str) -> Asked | None:
    """Return who asked, and the address; None for a link that is over, or that we did not make."""
    try:
        number, mail, seal = signing.loads(token, salt=CONFIRM, max_age=CONFIRMED_WITHIN)
    except signing.BadSignature:
        return None
    recipient = Recipient.objects.filter(pk=number).first()
    if recipient is None:
        return None
    is_fresh = _is_sealed(seal, CONFIRM, recipient, recipient.link_seed)
    is_used = not is_fresh and recipient.is_told_at(mail)
    return Asked(recipient, mail, is_used) if is_fresh or is_used else None


def refuse_link(mail_hash: str) -> str:
    """Return the address by which whoever owns a mail address says that we shall never ask it again."""
    return whole(reverse("notices:refuse", args=[signing.Signer(salt=REFUSE).sign(mail_hash)]))


def behind_refuse(token: str) -> str:
    """Return the hash of the address; empty for a link that we did not make."""
    try:
        return signing.Signer(salt=REFUSE).unsign(token)
    except signing.BadSignature:
        return ""


def new_seed() -> str:
    """Return what other links, or another feed address, are made from."""
    return secrets.token_urlsafe(16)


def feed_token(recipient: Recipient) -> str:
    """Return what the address of somebody's feed ends in; empty where they have none."""
    return f"{recipient.pk}-{_seal(FEED, recipient, recipient.feed_seed)}" if recipient.feed_seed else ""


def feed_address(recipient: Recipient) -> str:
    """Return the address of somebody's feed; empty where they have none."""
    token = feed_token(recipient)
    return whole(reverse("notices:feed", args=[token, "rss"])) if token else ""


def behind_feed(token: str) -> Recipient | None:
    """Return whose feed it is; None for an address that was never one, or is none any more."""
    typed, _dash, seal = token.partition("-")
    number = row_number(typed)
    if number is None:
        return None
    recipient = Recipient.objects.filter(pk=number).exclude(feed_seed="").first()
    return recipient if recipient and _is_sealed(seal, FEED, recipient, recipient.feed_seed) else None


def _seal(salt: str, recipient: Recipient, seed: str) -> str:
    return keyed_hash(salt, f"{recipient.pk}-{seed}")[:43]


def _is_sealed(seal: str, salt: str, recipient: Recipient, seed: str) -> bool:
    return constant_time_compare(_seal(salt, recipient, seed), seal)
