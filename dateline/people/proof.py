"""Whether somebody has shown who they are: by mail, by a passkey, or through somebody who vouches for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, OuterRef, QuerySet

from dateline.lib.skeleton import is_near, skeleton

from .models import HouseUser, Newsroom, User


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


@dataclass(frozen=True, slots=True)
class Ours:
    """The skeletons of all names that speak for the newsroom: its own, and those of who works here."""

    newsroom: frozenset[str]  # with its article and without
    staff: frozenset[str]

    def __contains__(self, skeleton: object) -> bool:
        """Whether a name with this skeleton would mislead: one of ours, or close to the newsroom's."""
        return skeleton in self.staff or any(is_near(str(skeleton), own) for own in self.newsroom)


def is_ours(name: str, *, other_than: User | None = None) -> bool:
    """Return whether ``name`` looks like the newsroom's, or like any name of somebody else who works here."""
    staff = User.objects.names_of_staff()
    staff = staff.exclude(pk=other_than.pk) if other_than else staff
    return skeleton(name) in ours(Newsroom.load().name, staff)


def ours(newsroom: str, staff: Iterable[tuple[str, ...]]) -> Ours:
    """Return all names that speak for the newsroom of this name; ``staff`` are rows of ``User.NAMES``."""
    names: list[str] = []
    for row in staff:
        person = dict(zip(User.NAMES, row, strict=True))
        names += [person["display_name"], f"{person['first_name']} {person['last_name']}", person["username"]]
    own = map(skeleton, (newsroom, newsroom.removeprefix("The ")))
    return Ours(frozenset(own) - {""}, frozenset(map(skeleton, names)) - {""})


def has_name(skeleton: str, *, other_than: User | None = None) -> bool:
    """Return whether a verified account, not that of ``other_than``, has a name with this skeleton."""
    found = verified().filter(name_skeleton=skeleton) if skeleton else User.objects.none()
    return (found.exclude(pk=other_than.pk) if other_than else found).exists()
