"""What happened at the discussion between two moments, as counts by name.

``received`` comments, of which ``at_once`` were published and ``held`` waited (``held:CODE`` for each reason, so that
one comment may count under several; ``doubted:CODE`` where it was published at once and waits for a look all the
same); what moderators ``decided:ACTION``; of what screening held, how much people ``released`` and how much they
``refused``; reports ``flagged:REASON``, restrictions ``placed:KIND`` and ``lifted``; ``appealed`` and
``answered:OUTCOME``. How long it took stands as classes of ``spans``: ``waited`` from a held comment to the first
decision, ``looked`` from the first report to it, ``replied`` from an appeal to its answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, Min, OuterRef

from dateline.discussion.models import Comment, Flag, Status, Verdict
from dateline.screening.verdict import FLAG_WEIGHT

from .models import Answer, Appeal, Decision, Measure
from .spans import class_of

WHAT_CAME = ("action", "previous_status", "new_status", "at", "comment__created_at", "came_first", "reported_at")
CAME_OF = {Status.PUBLISHED.value: "released", Status.REJECTED.value: "refused", Status.SPAM.value: "refused"}


def figures_between(start: datetime, end: datetime) -> dict[str, int]:
    """Return what happened from ``start`` on and before ``end``."""
    found: Counter[str] = Counter()
    for count in (_received, _decided, _told, _appealed):
        found.update(count(start, end))
    return dict(found)


def _received(start: datetime, end: datetime) -> Iterable[str]:
    """Comments that came in, by what screening first said; those of archives came elsewhere, and are not counted."""
    comments = Comment.objects.written_between(start, end).written_here().values("pk")
    seen: set[int] = set()
    rows = Verdict.objects.filter(comment__in=comments).order_by("pk")
    for number, outcome, reasons in rows.values_list("comment_id", "outcome", "reasons").iterator(2000):
        if number in seen:
            continue
        seen.add(number)
        yield from ("received", "held" if outcome == "hold" else "at_once")
        if outcome == "hold":
            yield from {f"held:{reason['code']}" for reason in reasons if reason["weight"]}
        else:
            yield from {f"doubted:{reason['code']}" for reason in reasons if reason["weight"] >= FLAG_WEIGHT}


def _decided(start: datetime, end: datetime) -> Iterable[str]:
    """Decisions, and how long the first about each comment was waited for."""
    earlier = Decision.objects.filter(comment=OuterRef("comment"), pk__lt=OuterRef("pk"))
    decisions = Decision.objects.filter(at__gte=start, at__lt=end).annotate(
        came_first=~Exists(earlier), reported_at=Min("comment__flags__flagged_at")
    )
    rows = decisions.values_list(*WHAT_CAME).order_by().iterator(2000)
    for action, was, became, at, written, came_first, reported in rows:
        yield f"decided:{action}"
        if came_first and was == Status.HELD:
            yield f"waited:{class_of(at - written)}"
            if became in CAME_OF:
                yield CAME_OF[became]
        elif came_first and reported and reported < at:
            yield f"looked:{class_of(at - reported)}"


def _told(start: datetime, end: datetime) -> dict[str, int]:
    """Readers' reports, and what was decided about people."""
    flags = Flag.objects.filter(flagged_at__gte=start, flagged_at__lt=end).values_list("reason")
    measures = Measure.objects.filter(at__gte=start, at__lt=end)
    kinds = measures.filter(undoes__isnull=True).values_list("restriction__kind")
    found = {f"flagged:{reason}": number for reason, number in flags.annotate(Count("pk")).order_by()}
    found |= {f"placed:{kind}": number for kind, number in kinds.annotate(Count("pk")).order_by()}
    lifted = measures.filter(undoes__isnull=False).count()
    return found | ({"lifted": lifted} if lifted else {})


def _appealed(start: datetime, end: datetime) -> Iterable[str]:
    """Appeals, and their answers."""
    made = Appeal.objects.filter(at__gte=start, at__lt=end).count()
    yield from ["appealed"] * made
    answers = Answer.objects.filter(at__gte=start, at__lt=end).values_list("outcome", "at", "appeal__at")
    for outcome, at, appealed_at in answers:
        yield from (f"answered:{outcome}", f"replied:{class_of(at - appealed_at)}")


def began_at() -> datetime | None:
    """Return when the first comment was screened or the first decision made; None before that."""
    screened = Verdict.objects.order_by("pk").values_list("comment__created_at", flat=True).first()
    decided = Decision.objects.order_by("pk").values_list("at", flat=True).first()
    return min((at for at in (screened, decided) if at), default=None)
