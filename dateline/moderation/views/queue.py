"""The desk: the queue, one comment, the history."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dateline.discussion.models import Comment
from dateline.lib.row_number import row_number

from ..actions import Overtaken
from ..desk import moderator_of, moderators_only
from ..forms import TERMS
from ..models import Decision, Measure
from ..models.reason import reasons
from ..paging import page_of
from ..printing import lay_tools
from ..queue import card_of, queue_page, waiting_now

HISTORY = 50
CONFLICT = 409


@moderators_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, with the last decision of this moderator at hand to take back."""
    return render(request, "moderation/queue.html", desk_of(request))


@moderators_only
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Every decision, newest first, each with its undo."""
    decisions = Decision.objects.with_all().one_for_a_batch().newest_first()
    before = number_in(request.GET, "before")
    if before is not None:
        decisions = decisions.older_than(before)
    shown, last = page_of(decisions, HISTORY)
    return render(request, "moderation/history.html", {"decisions": shown, "more": last.pk if last else None})


@moderators_only
@require_safe
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One comment in whatever standing, with everything ever decided about it."""
    wanted = Comment.objects.for_the_desk().prefetch_related("edits")
    found = get_object_or_404(wanted, pk=comment_id)
    decisions = Decision.objects.of_comment(found).with_all().newest_first()
    card = card_of(found, now=timezone.now(), moderator=moderator_of(request))
    lay_tools([card], request, choices())
    measures = Measure.objects.upon(card.writer_key).with_all().newest_first()
    context = {"card": card, "edits": found.edits.all(), "decisions": decisions, "measures": measures}
    return render(request, "moderation/comment.html", context)


def in_the_way(request: HttpRequest, overtaken: Overtaken, comment_id: int) -> HttpResponse:
    """Say what was in the way, and show the comment that it is about as it is now, above the others."""
    return render(request, "moderation/queue.html", desk_of(request, str(overtaken), comment_id), status=CONFLICT)


def desk_of(request: HttpRequest, sentence: str = "", concerned: int | None = None) -> dict[str, object]:
    """What the queue page prints; ``sentence`` says what was in the way with the comment ``concerned``."""
    done, measure = number_in(request.GET, "done"), number_in(request.GET, "measure")
    now, moderator = timezone.now(), moderator_of(request)
    page = queue_page(now=now, moderator=moderator, after=request.GET.get("after", ""))
    first = Comment.objects.for_the_desk().with_id(concerned).first() if concerned else None
    cards = [card_of(first, now=now, moderator=moderator)] if first else []
    cards += [card for card in page.cards if card.comment.pk != concerned]
    lay_tools(cards, request, choices())
    return {
        "cards": cards,
        "after": page.after,
        "waiting": waiting_now(),
        "latest": Decision.objects.with_all().by_id(done) if done else None,
        "measure": Measure.objects.with_all().by_id(measure) if measure else None,
        "sentence": sentence,
    }


def choices() -> dict[str, object]:
    """What is chosen from on each card."""
    return {"terms": TERMS, "reasons": reasons()}


def number_in(sent: QueryDict, name: str) -> int | None:
    """The number that was sent under ``name``, if one was."""
    return row_number(sent.get(name, ""))
