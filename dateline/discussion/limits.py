"""How much one person, or one address, may do in a while. Counted from rows, so that it holds across processes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from .models import Comment, Flag, Vote
from .writer import Writer

WHILE = timedelta(minutes=10)
COMMENTS_BY_ONE = 5
COMMENTS_FROM_ONE_PLACE = 20  # a school or an office shares an address
VOTES_FROM_ONE_PLACE = 5  # by guests on one comment: a fresh browser is free, a fresh address is not
FLAGS_FROM_ONE_PLACE = 20
CONTACT_KEPT = timedelta(days=30)


class TooMuch(Exception):
    """The limit is reached; trying again helps after a while. Its words are for the reader."""


def check_comment(writer: Writer, now: datetime) -> None:
    """Raise ``TooMuch`` when this person or place has just written a lot."""
    if writer.by_staff:
        return
    recent = Comment.objects.since(now - WHILE)
    mine = recent.by_author(writer.account_id, writer.device).count()
    if mine >= COMMENTS_BY_ONE or recent.from_origin(writer.origin).count() >= COMMENTS_FROM_ONE_PLACE:
        raise TooMuch(_("You have written a lot in the last minutes. Your text is kept here; send it in ten minutes."))


def check_vote(comment: Comment, writer: Writer) -> None:
    """Raise ``TooMuch`` when one address votes on a comment under ever new devices."""
    if writer.account or not writer.origin:
        return
    others = Vote.objects.filter(comment=comment, origin=writer.origin).exclude(voter=writer.key)
    if others.count() >= VOTES_FROM_ONE_PLACE:
        raise TooMuch(_("Several people at your address have voted on this comment. Sign in to add your vote."))


def check_flag(writer: Writer, now: datetime) -> None:
    """Raise ``TooMuch`` when one address reports everything in sight."""
    recent = Flag.objects.filter(origin=writer.origin, flagged_at__gte=now - WHILE)
    if writer.origin and recent.count() >= FLAGS_FROM_ONE_PLACE:
        raise TooMuch(_("You have reported a lot in the last minutes. A moderator will look; try again later."))
