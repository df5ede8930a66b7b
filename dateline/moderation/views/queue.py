"""The desk: the queue, one decision, its undo, the history."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import set_mode
from dateline.discussion.models import Comment, Mode, Thread

from .. import actions
from ..desk import moderator_of, moderators_only
from ..forms import TERMS, DecisionForm, ModeForm
from ..models import Action, Decision, Measure
from ..queue import card_of, cards, waiting_count

HISTORY = 50
CONFLICT = 409
CHOICES = {"terms": TERMS}


@moderators_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, with the last decision of this moderator at hand to take back."""
    return render(request, "moderation/queue.html", desk_of(request))


@moderators_only
@require_POST
def decide(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Carry out one decision and go on with the queue."""
    comment = get_object_or_404(Comment, pk=comment_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    try:
        decision = actions.decide(
            comment=comment,
            action=Action(form.cleaned_data["action"]),
            moderator=moderator_of(request),
            expected=form.cleaned_data["expected"],
            edited=form.cleaned_data["edited"],
            note=form.cleaned_data["note"],
            now=timezone.now(),
        )
    except actions.Overtaken as overtaken:
        return render(request, "moderation/queue.html", desk_of(request, str(overtaken)), status=CONFLICT)
    return see_other(f"{reverse('moderation:queue')}?done={decision.pk}")


@moderators_only
@require_POST
def undo(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take one decision back."""
    decision = get_object_or_404(Decision, pk=decision_id)
    try:
        taken_back = actions.undo(decision=decision, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return render(request, "moderation/queue.html", desk_of(request, str(overtaken)), status=CONFLICT)
    return see_other(f"{reverse('moderation:queue')}?done={taken_back.pk}#card-{decision.comment_id}")


@moderators_only
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Every decision, newest first, each with its undo."""
    decisions = Decision.objects.with_all().newest_first()
    before = _number(request, "before")
    if before is not None:
        decisions = decisions.older_than(before)
    shown = list(decisions[: HISTORY + 1])
    more = shown[HISTORY - 1].pk if len(shown) > HISTORY else None
    return render(request, "moderation/history.html", {"decisions": shown[:HISTORY], "more": more})


@moderators_only
@require_safe
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One comment in whatever standing, with everything ever decided about it."""
    wanted = Comment.objects.select_related("thread__page", "parent").prefetch_related("verdicts", "flags", "edits")
    found = get_object_or_404(wanted, pk=comment_id)
    decisions = Decision.objects.of_comment(found).with_all().newest_first()
    card = card_of(found, timezone.now())
    measures = Measure.objects.upon(card.writer_key).with_all().newest_first()
    context = {"card": card, "edits": found.edits.all(), "decisions": decisions, "measures": measures}
    return render(request, "moderation/comment.html", {**context, "choices": CHOICES})


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say who may write below a page."""
    page = get_object_or_404(Page, pk=page_id)
    form = ModeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_mode(page=page, mode=Mode(form.cleaned_data["mode"]), now=timezone.now())
        return see_other("moderation:thread", page_id=page.pk)
    found = Thread.objects.of_page(page).first()
    context = {"page": page, "modes": Mode.choices, "mode": found.mode if found else Mode.FIRST}
    return render(request, "moderation/thread.html", context)


def desk_of(request: HttpRequest, sentence: str = "") -> dict[str, object]:
    """What the queue page prints; ``sentence`` says what was in the way."""
    done, measure = _number(request, "done"), _number(request, "measure")
    return {
        "cards": cards(timezone.now()),
        "waiting": waiting_count(),
        "latest": Decision.objects.with_all().by_id(done) if done else None,
        "measure": Measure.objects.with_all().by_id(measure) if measure else None,
        "sentence": sentence,
        "choices": CHOICES,
    }


def _number(request: HttpRequest, name: str) -> int | None:
    """The number in the address under ``name``; None for anything else, and for digits beyond any id."""
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None
