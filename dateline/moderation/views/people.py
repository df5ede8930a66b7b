"""Restricting people: from a card, and lifting it from the list of what is in force."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import NotRestrictable
from dateline.discussion.models import Comment, Restraint

from .. import actions
from ..desk import moderator_of, moderators_only
from ..forms import RestraintForm
from ..models import Measure
from .queue import CONFLICT, desk_of

MOST = 200


@moderators_only
@require_POST
def restrain(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Restrict whoever wrote a comment, and go on with the queue."""
    comment = get_object_or_404(Comment.objects.select_related("account"), pk=comment_id)
    form = RestraintForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    wanted = form.cleaned_data
    try:
        measure = actions.restrain(
            comment=comment,
            kind=Restraint(wanted["kind"]),
            days=wanted["days"],
            words=wanted["words"],
            note=wanted["note"],
            moderator=moderator_of(request),
            now=timezone.now(),
        )
    except NotRestrictable:
        sentence = _("Nobody was restricted: who wrote this works here, or is known by a name only.")
        return render(request, "moderation/queue.html", desk_of(request, sentence), status=CONFLICT)
    return see_other(f"{reverse('moderation:queue')}?measure={measure.pk}#card-{comment.pk}")


@moderators_only
@require_POST
def lift(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Take one measure back."""
    measure = get_object_or_404(Measure.objects.with_all(), pk=measure_id)
    try:
        actions.take_back(measure=measure, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return render(request, "moderation/queue.html", desk_of(request, str(overtaken)), status=CONFLICT)
    return see_other("moderation:people")


@moderators_only
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who is restricted now, the latest first, each with the way back."""
    measures = Measure.objects.standing(timezone.now()).with_all().newest_first()[:MOST]
    return render(request, "moderation/people.html", {"measures": measures})
