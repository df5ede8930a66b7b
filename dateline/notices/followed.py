"""What is new in a discussion that somebody follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

from dateline.discussion.models import Comment, Mute
from dateline.discussion.models.comment import CommentQuerySet
from dateline.discussion.said import address_of_comment

from .links import stop_link, stop_thread, whole
from .models import Arrival, Follow, Kind, Notice, Recipient
from .words import one_line, plain, title_of

PRINTED = 5  # comments of one discussion in a mail
ON_PAGE = 20  # discussions with something new on one's own page
LOOKED_AT = 200  # the newest; beyond that a mail says "many"


@dataclass(frozen=True, slots=True)
class Line:
    """One comment in a few words."""

    comment: int
    name: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new in one discussion: ``number`` comments, the first of them in words."""

    follow: Follow
    title: str
    number: int
    newest: int
    lines: tuple[Line, ...]
    url: str
    stop: str

    @property
    def more(self) -> int:
        """How many are not printed."""
        return self.number - len(self.lines)


def news_of(recipient: Recipient, follows: Sequence[Follow]) -> list[News]:
    """Return the discussions in which somebody else has written what no mail has told of yet."""
    news = Newsworthy(recipient) if follows else None
    found = (_news(recipient, follow, follow.until, news) for follow in follows if news)
    return [each for each in found if each]


def news_on_page(recipient: Recipient, follows: Sequence[Follow]) -> list[News]:
    """Return the discussions with something that their own page has not shown yet, however they are told besides."""
    latest = Arrival.objects.filter(thread__in=[follow.thread_id for follow in follows]).order_by().values("thread")
    newest = dict(latest.annotate(newest=Max("pk")).values_list("thread", "newest"))
    moved = [follow for follow in follows if newest.get(follow.thread_id, 0) > follow.seen]
    moved = sorted(moved, key=lambda follow: newest[follow.thread_id], reverse=True)[:ON_PAGE]  # the rest another time
    news = Newsworthy(recipient) if moved else None
    found = (_news(recipient, follow, follow.seen, news) for follow in moved if news)
    return [each for each in found if each]


def latest_in_followed(recipient: Recipient, number: int) -> list[Comment]:
    """Return what others wrote in followed discussions since they are, the latest ``number`` looked at."""
    since = dict(recipient.follows_of.values_list("thread", "made_at"))
    arrived = Comment.objects.readable().filter(arrival__thread__in=since)
    latest = arrived.select_related("arrival", "thread__page").order_by("-arrival__pk")[:number]
    news = Newsworthy(recipient) if since else None
    return [each for each in latest if news and each in news and each.arrival.at >= since[each.thread_id]]


class Newsworthy:
    """Which comments are news to somebody: not their own, not of whom they muted, nor what they are told by itself."""

    def __init__(self, recipient: Recipient) -> None:
        self.recipient = recipient
        self.muted = set(Mute.objects.by_reader(recipient.whose).values_list("author", flat=True))
        by_themselves = Notice.objects.of(recipient).filter(kind__in=(Kind.REPLY, Kind.MENTION))
        self.told = set(by_themselves.values_list("comment", flat=True))

    def __contains__(self, comment: Comment) -> bool:
        if comment.pk in self.told or comment.author_key in self.muted:
            return False
        return not _is_own(comment, self.recipient)


def _news(recipient: Recipient, follow: Follow, after: int, newsworthy: Newsworthy) -> News | None:
    latest = list(_since(follow, after)[:LOOKED_AT])
    new = [comment for comment in reversed(latest) if comment in newsworthy]
    if not new:
        return None
    lines = tuple(_line(comment) for comment in new[:PRINTED])
    stop = stop_link(recipient, stop_thread(follow))
    first = whole(f"{new[0].get_absolute_url()}#{new[0].anchor}")
    return News(follow, title_of(new[0]), len(new), latest[0].arrival.pk, lines, first, stop)


def _since(follow: Follow, after: int) -> CommentQuerySet:
    """What everybody may read that arrived after the one of that number, the latest first."""
    arrived = Comment.objects.readable().filter(arrival__thread=follow.thread_id, arrival__pk__gt=after)
    return arrived.select_related("arrival", "thread__page").order_by("-arrival__pk")


def _is_own(comment: Comment, recipient: Recipient) -> bool:
    if recipient.account_id:
        return comment.account_id == recipient.account_id
    return comment.account_id is None and comment.device == recipient.device


def _line(comment: Comment) -> Line:
    return Line(comment.pk, one_line(comment.author_name), plain(comment.text), whole(address_of_comment(comment.pk)))
