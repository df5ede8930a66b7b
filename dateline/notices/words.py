"""What a notice says, as sentences and as plain text: made when it is printed, so that hidden words stay hidden."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dateline.discussion.models import Comment, Status
from dateline.moderation.links import appeal_link
from dateline.moderation.models import Action, Answer, Decision

from .links import whole
from .models import Kind, Notice

LENGTH = 600  # characters of a comment in a mail; the whole of it is a link away
# What is no letter but moves, hides or ends a line: controls, and marks that turn the direction of what follows.
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Told:
    """One notice in words. ``text`` is what somebody wrote, empty where it is not for the recipient's eyes.

    ``appeal`` is where the recipient may object to what was decided.
    """

    number: int
    kind: str
    comment: Comment
    title: str
    sentence: str
    text: str
    url: str
    made_at: datetime
    appeal: str = ""
    is_new: bool = False


def plain(text: str) -> str:
    """Return a comment's own words as plain text for a mail: no markup is read, no line of ours can be forged."""
    return Truncator(UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()).chars(LENGTH)


def one_line(text: str) -> str:
    """Return ``text`` as it may stand in a subject."""
    return " ".join(UNSEEN.sub(" ", text).split())


def told_of(notices: Iterable[Notice], *, seen: int = 0) -> list[Told]:
    """Return the notices that can still be told, in their order."""
    notices = list(notices)
    numbers = {kind: [each.about for each in notices if each.kind == kind] for kind in (Kind.DECISION, Kind.APPEAL)}
    decisions = Decision.objects.select_related("undone_by").in_bulk(numbers[Kind.DECISION])
    against = ("appeal__decision", "appeal__measure")
    answers = Answer.objects.select_related(*against).in_bulk(numbers[Kind.APPEAL])
    readable = _readable([each.comment_id for each in notices if each.kind in {Kind.REPLY, Kind.MENTION}])
    told = (_told(each, readable, decisions, answers, seen) for each in notices)
    return [each for each in told if each]


def _readable(numbers: Collection[int]) -> set[int]:
    """Which of these comments everybody may read now."""
    return set(Comment.objects.readable().with_ids(numbers).values_list("pk", flat=True)) if numbers else set()


def _told(
    notice: Notice, readable: set[int], decisions: Mapping[int, Decision], answers: Mapping[int, Answer], seen: int
) -> Told | None:
    """One of them; None where it is nobody's business any more."""
    if notice.kind == Kind.DECISION:
        said = _of_decision(notice, decisions.get(notice.about))
    elif notice.kind == Kind.APPEAL:
        said = _of_answer(answers.get(notice.about))
    else:
        said = _of_news(notice) if notice.comment_id in readable else None
    if said is None:
        return None
    sentence, text, url, appeal = said
    made, is_new = notice.made_at, notice.pk > seen
    title = title_of(notice.comment)
    return Told(notice.pk, notice.kind, notice.comment, title, sentence, plain(text), whole(url), made, appeal, is_new)


Said = tuple[str, str, str, str]  # sentence, somebody's words, address, where one may appeal


def _of_news(notice: Notice) -> Said:
    comment = notice.comment
    name = one_line(comment.author_name)
    if notice.kind == Kind.REPLY:
        sentence = _("%(name)s answered you.") % {"name": name}
    else:
        sentence = _("%(name)s named you in a comment.") % {"name": name}
    return sentence, comment.text, f"{comment.get_absolute_url()}#{comment.anchor}", ""


def _of_decision(notice: Notice, decision: Decision | None) -> Said | None:
    """What was decided, unless it was taken back: what matters is how things stand in the end."""
    if decision is None or decision.is_undone or not notice.comment.text:
        return None
    appeal = appeal_link(decision) if decision.is_against_author else ""
    return decided(decision), notice.comment.text, f"/comments/mine/{notice.comment_id}/", appeal


def _of_answer(answer: Answer | None) -> Said | None:
    """What another moderator answered, in their words."""
    if answer is None:
        return None
    if answer.is_overturned:
        sentence = _("Another moderator has answered your appeal: the decision was taken back.")
    else:
        sentence = _("Another moderator has answered your appeal: the decision stands.")
    return sentence, answer.words, appeal_link(answer.appeal.against), ""


def decided(decision: Decision) -> str:
    """Return what was decided, as sentences to the author, with what moderators tell them of the reason."""
    sentence = {
        Status.PUBLISHED: _("A moderator decided that your comment is published."),
        Status.REJECTED: _("A moderator decided not to publish your comment."),
        Status.SPAM: _("A moderator decided that your comment is spam."),
        Status.HELD: _("A moderator has taken your comment out of the discussion to look at it again."),
    }.get(Status(decision.new_status), "")
    shortened = ""
    if decision.action == Action.UNLINK:
        shortened = _("A moderator has taken a link out of it. The rest is as you wrote it.")
    reason = _("The reason: %(words)s") % {"words": one_line(decision.told)} if decision.told else ""
    return " ".join(filter(None, (sentence, shortened, reason)))


def title_of(comment: Comment) -> str:
    """Return what the discussion is about. Elsewhere anybody may have made up the title: our mails give the address."""
    page = comment.thread.page
    return one_line(page.title) if page else comment.thread.url
