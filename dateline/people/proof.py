"""Whether somebody has shown who they are: by mail, by a passkey, or through somebody who vouches for them."""

from __future__ import annotations

from collections.abc import Collection

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, OuterRef, QuerySet

from .models import HouseUser, User
from .names import name_key


def verified() -> QuerySet[User]:
    """Return the accounts that are somebody's: an address that was only written down proves nothing."""
    own = OuterRef("pk")
    return User.objects.filter(
        Exists(EmailAddress.objects.filter(user=own, verified=True))
        | Exists(Authenticator.objects.filter(user=own, type=Authenticator.Type.WEBAUTHN))
        | Exists(SocialAccount.objects.filter(user=own))
        | Exists(HouseUser.objects.filter(user=own)),
        is_active=True,
    )


def verified_among(accounts: Collection[int]) -> set[int]:
    """Return which of these accounts are verified; one query."""
    return set(verified().filter(pk__in=accounts).values_list("pk", flat=True)) if accounts else set()


def verified_mails(accounts: Collection[int]) -> dict[str, int]:
    """Return the proven mail addresses of these accounts, each with whose it is."""
    found = EmailAddress.objects.filter(user_id__in=accounts, verified=True)
    return {mail.lower(): account for mail, account in found.values_list("email", "user_id")}


def is_staffs(name: str) -> bool:
    """Return whether ``name`` is that of somebody who works here."""
    return name_key(name) in {name_key(staff.public_name) for staff in User.objects.staff()}


def has_name(skeleton: str, *, other_than: User | None = None) -> bool:
    """Return whether a verified account, not that of ``other_than``, has a name with this skeleton."""
    found = verified().filter(name_skeleton=skeleton) if skeleton else User.objects.none()
    return (found.exclude(pk=other_than.pk) if other_than else found).exists()
