"""Single sign-on for a newsroom that has users of its own: what its tokens must say, and who comes of them.

A token is a JWT (RFC 7519), read as RFC 8725 advises: one algorithm, fixed by the settings and never by the token; a
key of that algorithm's kind only; issuer and audience compared; a short life; used once. ``nonce`` binds it to the
browser that asked, so that nobody can be signed in as somebody else by a link.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare

from dateline.lib.sign_on import SignOn
from dateline.lib.skeleton import skeleton

from .models import HouseUser, UsedToken, User
from .names import tidy_name
from .proof import has_name, is_ours
from .roles import is_staff_member
from .usernames import new_username

LONGEST_LIFE = timedelta(minutes=5)
LEEWAY = timedelta(seconds=30)  # by which two clocks may differ
NEEDED = ["iss", "aud", "exp", "iat", "jti", "nonce", "sub", "name"]
LONGEST_NAME, LONGEST_ID = 80, 200


class BadToken(Exception):
    """The token is not good. A new one may be; this one never is. Its words are for the host's log, not for readers."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """What a good token says. ``mail`` is empty unless the newsroom says that it has verified it."""

    subject: str
    name: str
    mail: str
    is_supporter: bool
    token_id: str
    expires_at: datetime


def read_token(token: str, *, house: SignOn, nonce: str, now: datetime) -> Vouched:
    """Return what ``token`` says, if it is good at ``now`` and for the browser that has ``nonce``. Raises BadToken."""
    claims = _signed_claims(token, house)
    begun, ends = _moment(claims["iat"]), _moment(claims["exp"])
    if ends - begun > LONGEST_LIFE or not begun - LEEWAY <= now <= ends + LEEWAY:
        raise BadToken("it is too old, too early, or would live too long")
    if not nonce or not constant_time_compare(str(claims["nonce"]), nonce):
        raise BadToken("it was not made for this browser")
    texts = [claims[name] for name in ("sub", "jti", "name")]
    if not all(isinstance(text, str) and 0 < len(text) <= LONGEST_ID for text in texts):
        raise BadToken("sub, jti or name is no text of a usable length")
    name = tidy_name(claims["name"])[:LONGEST_NAME]
    if not name:
        raise BadToken("the name cannot be printed")
    mail = claims.get("email") if claims.get("email_verified") is True else ""
    return Vouched(claims["sub"], name, _address(mail), claims.get("badge") == "supporter", claims["jti"], ends)


@transaction.atomic
def come_in(*, vouched: Vouched, house: SignOn) -> User:
    """Use the token up and return the account of whom it vouches for, made now if need be. Raises BadToken.

    An account is found by issuer and subject alone, never by its mail address: staff have accounts too.
    """
    use_up(issuer=house.issuer, token_id=vouched.token_id, expires_at=vouched.expires_at + LEEWAY)
    known = HouseUser.objects.select_related("user").filter(issuer=house.issuer, subject=vouched.subject).first()
    if known is None:
        user = _new_account(vouched)
        known = HouseUser.objects.create(user=user, issuer=house.issuer, subject=vouched.subject)
    if not known.user.is_active:
        raise BadToken("the account is closed here")
    if is_staff_member(known.user):
        raise BadToken("who works here signs in to the editor")
    is_taken = is_ours(vouched.name) or has_name(skeleton(vouched.name), other_than=known.user)
    known.user.display_name = "" if is_taken else vouched.name
    known.user.save(update_fields=["display_name"])
    known.is_supporter = vouched.is_supporter
    known.save(update_fields=["is_supporter"])
    return known.user


def use_up(*, issuer: str, token_id: str, expires_at: datetime) -> None:
    """Note that a token was used. Raises BadToken where it was before, by whichever process."""
    key = hashlib.sha256(f"{issuer}\n{token_id}".encode()).hexdigest()
    try:
        with transaction.atomic():
            UsedToken.objects.create(key=key, expires_at=expires_at)
    except IntegrityError as error:
        raise BadToken("it was used before") from error


def forget_tokens(*, now: datetime) -> None:
    """Forget used tokens whose time is over: they are refused for that. Looks before it takes the write lock."""
    if (expired := UsedToken.objects.expired(now)).exists():
        expired.delete()


def _signed_claims(token: str, house: SignOn) -> dict[str, Any]:
    """Return the claims of a token whose signature, issuer, audience and shape are right; times are read above."""
    options: Any = {"require": NEEDED, "verify_exp": False, "verify_iat": False, "strict_aud": True}
    try:
        return jwt.decode(
            token,
            house.key,
            algorithms=[house.algorithm],
            audience=settings.BASE_URL,
            issuer=house.issuer,
            options=options,
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise BadToken(str(error)) from error


def _moment(seconds: Any) -> datetime:
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        raise BadToken("iat or exp is no number")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise BadToken("iat or exp is no moment") from error


def _address(mail: Any) -> str:
    try:
        validate_email(mail)
    except ValidationError:
        return ""
    return str(mail).lower()


def _new_account(vouched: Vouched) -> User:
    """Make one; a mail address that somebody has here already stays theirs."""
    is_somebodys = (
        EmailAddress.objects.filter(email__iexact=vouched.mail).exists()
        or User.objects.filter(email__iexact=vouched.mail).exists()  # staff that were made in the editor have no other
    )
    mail = "" if is_somebodys else vouched.mail
    user = User(username=new_username(), email=mail)
    user.set_unusable_password()
    user.save()
    if mail:
        EmailAddress.objects.create(user=user, email=mail, verified=True, primary=True)
    return user
