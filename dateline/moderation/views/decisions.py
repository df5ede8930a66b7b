"""Deciding about a comment, taking a link out of it, and taking either back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dateline.delivery.redirects import see_other
from dateline.discussion.models import Comment

from .. import actions
from ..desk import moderator_of, moderators_only
from ..forms import DecisionForm, UnlinkForm
from ..models import Action, Decision
from .queue import in_the_way


@moderators_only
@require_POST
def decide(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Carry out one decision and go on with the queue."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    action = Action(form.cleaned_data.pop("action"))
    return _done(request, comment_id, actions.decide, {**form.cleaned_data, "action": action})


@moderators_only
@require_POST
def unlink(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take links out of a comment and go on with the queue."""
    form = UnlinkForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    return _done(request, comment_id, actions.unlink, form.cleaned_data)


@moderators_only
@require_POST
def undo(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take one decision back."""
    decision = get_object_or_404(Decision.objects.select_related("undoes"), pk=decision_id)
    try:
        taken_back = actions.undo(decision=decision, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return in_the_way(request, overtaken, decision.comment_id)
    return see_other(f"{reverse('moderation:queue')}?done={taken_back.pk}#card-{decision.comment_id}")


def _done(request: HttpRequest, comment_id: int, action: Any, wanted: dict[str, Any]) -> HttpResponse:
    comment = get_object_or_404(Comment, pk=comment_id)
    try:
        decision = action(comment=comment, moderator=moderator_of(request), now=timezone.now(), **wanted)
    except actions.Overtaken as overtaken:
        return in_the_way(request, overtaken, comment_id)
    return see_other(f"{reverse('moderation:queue')}?done={decision.pk}")
