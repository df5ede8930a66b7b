"""An account goes: what it held is handed over, and taken away with every way into it."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext

from .models import ApiToken, HouseUser, User
from .passkeys import passkeys_of
from .usernames import new_username

WAYS: tuple[Any, ...] = (EmailAddress, Authenticator, SocialAccount, HouseUser, ApiToken)


def own_account(*, user: User) -> dict[str, Any]:
    """Return what the account of ``user`` holds, as plain values with ISO 8601 times; nothing that opens anything."""
    house = HouseUser.objects.filter(user=user).first()
    return {
        "name": user.display_name,
        "mail": user.email,
        "since": user.date_joined.isoformat(),
        "shows_support": user.shows_support,
        "passkeys": [{"name": each.wrap().name, "at": each.created_at.isoformat()} for each in passkeys_of(user)],
        "vouched_for_by": [
            {"provider": each.provider, "told": each.extra_data} for each in SocialAccount.objects.filter(user=user)
        ],
        "house": {"issuer": house.issuer, "subject": house.subject, "supporter": house.is_supporter} if house else None,
        "tokens": [
            {"name": each.name, "may": each.scopes.split(), "until": each.expires_at.isoformat()}
            for each in ApiToken.objects.filter(user=user).order_by("pk")
        ],
    }


@transaction.atomic
def close_account(*, user: User) -> None:
    """Take an account away, with addresses, passkeys, connections and tokens; whoever is signed in is so no more.

    Where books or decisions name it, of somebody who worked here once, a row stays that says nothing of anybody.
    """
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        _empty(User.objects.get(pk=user.pk))


def _empty(user: User) -> None:
    for kind in WAYS:
        kind.objects.filter(user=user).delete()
    user.groups.clear()
    user.username, user.email = new_username(), ""
    user.display_name, user.first_name, user.last_name = gettext("Somebody who left"), "", ""
    user.is_active = user.shows_support = False
    user.set_unusable_password()
    user.save()
