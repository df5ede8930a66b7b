"""The clock reads what happened and makes rows of whom it concerns. What was imported is told to nobody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from dateline.discussion.models import Comment, Flag, Mute, Standing, Status
from dateline.discussion.writer import key_of
from dateline.moderation.models import Action, Answer, Appeal, Decision

from ..fresh import Fresh, fresh_in, read_on
from ..mentions import named_in
from ..models import Arrival, Event, Follow, Kind, Notice, Pace, Recipient
from ..models.notice import CHOICE_OF
from ..paces import due_at
from .asking import ask_guests
from .hooking import call_of_appeals, call_of_comments, call_of_decisions, call_of_reports
from .recipients import recipients_of

UNDONE_WITHIN = timedelta(minutes=2)  # a moderator's slip is taken back before anybody is told of it


def tell(*, now: datetime) -> None:
    """Read on in everything that is told of. Called by the clock."""
    read_on("comments", Comment, partial(_posted, now=now))
    read_on("standings", Standing, partial(_restood, now=now))
    read_on("decisions", Decision, partial(_decided, now=now))
    read_on("answers", Answer, partial(_answered, now=now))
    read_on("appeals", Appeal, partial(_appealed, now=now))
    read_on("reports", Flag, partial(_reported, now=now))


def _posted(after: int, until: int, *, now: datetime) -> None:
    """Comments that readers have sent; those whose standing has changed meanwhile are read as that."""
    posted = Comment.objects.filter(pk__gt=after, pk__lte=until, contact_expires_at__isnull=False)
    fresh = fresh_in(posted.filter(standings__isnull=True))
    _tell_people([each for each in fresh if each.is_published], now)
    ask_guests([each for each in fresh if each.mail and not each.account_id], now=now)
    _call(fresh, now)


def _restood(after: int, until: int, *, now: datetime) -> None:
    """Comments that were held and are published now, or the other way round."""
    changed = Standing.objects.filter(pk__gt=after, pk__lte=until).values("comment_id")
    fresh = fresh_in(Comment.objects.filter(pk__in=changed, contact_expires_at__isnull=False))
    _tell_people([each for each in fresh if each.is_published], now)
    _call(fresh, now, mark=until)


def _call(fresh: list[Fresh], now: datetime, mark: int = 0) -> None:
    """Tell the newsroom's programs."""
    published = [each.pk for each in fresh if each.is_published]
    held = [each.pk for each in fresh if each.status == Status.HELD]
    call_of_comments(Event.PUBLISHED, published, mark=mark, now=now)
    call_of_comments(Event.HELD, held, mark=mark, now=now)


def _tell_people(published: list[Fresh], now: datetime) -> None:
    """Whom these comments answer or name, and who follows their threads."""
    if not published:
        return
    named = named_in({each.pk: each.thread_id for each in published})
    wanted: dict[tuple[str, int], Kind] = {}
    for each in published:
        wanted |= {(key, each.pk): Kind.MENTION for key in named.get(each.pk, ()) if key != each.whose}
        if each.answered and each.answered != each.whose:
            wanted[each.answered, each.pk] = Kind.REPLY
    recipients = recipients_of({key for key, _comment in wanted}, now=now)
    authors = {each.pk: each.author_key for each in published}
    muted = _muted(recipients.keys(), authors.values())
    _note(
        [
            _notice(recipients[key], kind, comment, now)
            for (key, comment), kind in wanted.items()
            if key in recipients and (key, authors[comment]) not in muted
        ]
    )
    _wake_followers(published, now)


def _muted(readers: Iterable[str], authors: Iterable[str]) -> set[tuple[str, str]]:
    """Who of ``readers`` does not want to read whom of ``authors``."""
    found = Mute.objects.filter(reader__in=list(readers), author__in=set(authors))
    return set(found.values_list("reader", "author"))


def _notice(recipient: Recipient, kind: Kind, comment: int, now: datetime, about: int = 0) -> Notice:
    due = due_at(getattr(recipient, CHOICE_OF[kind]), now)
    return Notice(recipient=recipient, kind=kind, comment_id=comment, about=about, made_at=now, due_at=due)


def _note(notices: list[Notice]) -> None:
    """Store what is new; what was told before stays as it was."""
    if notices:
        Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _wake_followers(published: list[Fresh], now: datetime) -> None:
    """Let those who follow these threads have a mail when theirs is due. One row a comment, however many follow."""
    follows = Follow.objects.of_threads({each.thread_id for each in published})
    threads = set(follows.values_list("thread", flat=True).distinct())
    if not threads:
        return
    arrived = [each for each in published if each.thread_id in threads]
    Arrival.objects.bulk_create(
        [Arrival(thread_id=each.thread_id, comment_id=each.pk, at=now) for each in arrived], ignore_conflicts=True
    )
    for pace in (Pace.NOW, Pace.HOUR, Pace.DAY):
        waiting = follows.quiet().at_pace(pace).values_list("pk", flat=True)
        Follow.objects.filter(pk__in=list(waiting)).update(due_at=due_at(pace, now))


def _decided(after: int, until: int, *, now: datetime) -> None:
    """What moderators decided about somebody's words."""
    decisions = list(
        Decision.objects.filter(pk__gt=after, pk__lte=until).select_related("comment", "undoes", "moderator")
    )
    call_of_decisions(decisions, now=now)
    answered = _after_appeals(decisions)
    told = [each for each in decisions if _concerns_author(each) and (each.comment_id, each.at) not in answered]
    recipients = recipients_of({key_of(each.comment) for each in told}, now=now)
    _note([_of_decision(recipients[key], each, now) for each in told if (key := key_of(each.comment)) in recipients])


def _after_appeals(decisions: list[Decision]) -> set[tuple[int, datetime]]:
    """Where a decision came of an appeal, as (comment, moment): of those the answer tells."""
    answers = Answer.objects.filter(appeal__comment__in={each.comment_id for each in decisions})
    return set(answers.values_list("appeal__comment_id", "at"))


def _concerns_author(decision: Decision) -> bool:
    """Whether it changes how their words stand. Of a slip that was taken back at once nobody hears either way."""
    changes = decision.previous_status != decision.new_status and decision.action != Action.NOTE
    is_slip = decision.undoes is not None and decision.at - decision.undoes.at <= UNDONE_WITHIN
    return changes and not is_slip and decision.moderator_id != decision.comment.account_id


def _of_decision(recipient: Recipient, decision: Decision, now: datetime) -> Notice:
    """Of spam nobody is mailed: who sends it in bulk must not learn by mail what was found out."""
    notice = _notice(recipient, Kind.DECISION, decision.comment_id, now, about=decision.pk)
    if decision.new_status == Status.SPAM:
        notice.due_at = None
    elif notice.due_at:
        notice.due_at = max(notice.due_at, now + UNDONE_WITHIN)
    return notice


def _answered(after: int, until: int, *, now: datetime) -> None:
    """What another moderator answered to an appeal."""
    found = Answer.objects.filter(pk__gt=after, pk__lte=until)
    answers = list(found.select_related("appeal__comment", "appeal__decision", "appeal__measure"))
    call_of_appeals(Event.ANSWERED, [each.appeal for each in answers], now=now)
    recipients = recipients_of({key_of(each.appeal.comment) for each in answers}, now=now)
    _note(
        [
            _notice(recipients[key], Kind.APPEAL, each.appeal.comment_id, now, about=each.pk)
            for each in answers
            if (key := key_of(each.appeal.comment)) in recipients
        ]
    )


def _appealed(after: int, until: int, *, now: datetime) -> None:
    """That somebody appeals is told to the newsroom's programs alone."""
    call_of_appeals(Event.APPEALED, list(Appeal.objects.filter(pk__gt=after, pk__lte=until)), now=now)


def _reported(after: int, until: int, *, now: datetime) -> None:
    """What readers report is told to the newsroom's programs alone."""
    call_of_reports(list(Flag.objects.filter(pk__gt=after, pk__lte=until).select_related("comment")), now=now)
