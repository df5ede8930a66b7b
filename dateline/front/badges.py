"""The badges beside commenters' names: only here is it known that a page has authors and a newsroom supporters."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.cache import cache

from dateline.discussion.actions import take_badge
from dateline.discussion.badges import accounts_of_supporters
from dateline.discussion.models import Badge
from dateline.funding.actions import visible_supporters
from dateline.people.models import HouseUser, User
from dateline.people.proof import verified_mails
from dateline.reports.models import Author

A_YEAR = timedelta(days=366)  # for which a gift is told beside a name
LOOKED = "dateline.front.badges.looked"
MINUTE = 60


def badge_of(account: User, page_id: int | None, now: datetime) -> str:
    """Return the badge of ``account`` below a page; named by ``DISCUSSION_BADGES`` in the settings."""
    if page_id and Author.objects.wrote(account, page_id).exists():
        return Badge.AUTHOR.value
    return Badge.SUPPORTER.value if supporters_among([account.pk], now) else Badge.NONE.value


def supporters_among(accounts: list[int], now: datetime) -> set[int]:
    """Return which of these accounts support us and wished to be seen: three queries, however many they are.

    A gift is somebody's by a mail address that they have proven, and they must have asked for the badge: anybody may
    give under any address and see beside whose words it then stands. The newsroom's own site may say so of its users.
    """
    mails = verified_mails(accounts)
    visible = visible_supporters(mails=mails, since=now - A_YEAR)
    by_gift = User.objects.who_show_support({account for mail, account in mails.items() if mail in visible})
    return by_gift | set(HouseUser.objects.supporters_among(accounts).values_list("user_id", flat=True))


def settle_badges(*, now: datetime) -> None:
    """Once a minute, take the badge from those who support us no more or no longer wish to be seen."""
    if not cache.add(LOOKED, True, MINUTE):
        return
    bearing = accounts_of_supporters()
    gone = set(bearing) - supporters_among(bearing, now) if bearing else set()
    if gone:
        take_badge(accounts=gone, badge=Badge.SUPPORTER)
