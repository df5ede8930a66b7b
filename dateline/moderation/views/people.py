"""People: who is restricted, what one has written, and what moderators know of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import NotRestrictable
from dateline.discussion.models import Comment, Restraint, Status

from .. import actions
from ..desk import moderator_of, moderators_only
from ..forms import NoteForm, RestraintForm
from ..models import Decision, Measure, Note
from ..paging import page_of
from .queue import CONFLICT, desk_of, in_the_way, number_in

MOST = 200
LATEST = 20


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
        return in_the_way(request, overtaken, measure.comment_id)
    return see_other("moderation:people")


@moderators_only
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who is restricted now, the latest first, each with the way back."""
    measures = Measure.objects.standing(timezone.now()).with_all().newest_first()[:MOST]
    return render(request, "moderation/people.html", {"measures": measures})


@moderators_only
@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """One person: what they wrote, what was decided about it and about them, and what moderators noted."""
    comments = Comment.objects.by_writer(key)
    newest = comments.for_the_desk().newest_first().below_number(number_in(request.GET, "before"))
    shown, last = page_of(newest, LATEST)
    if not shown:
        raise Http404
    context = {
        "key": key,
        "person": shown[0],
        "counts": [(Status(status).label, number) for status, number in sorted(comments.by_standing().items())],
        "comments": shown,
        "more": last.pk if last else None,
        "decisions": Decision.objects.of_writer(key).with_all().newest_first()[:LATEST],
        "measures": Measure.objects.upon(key).with_all().newest_first(),
        "notes": Note.objects.about_any([key]).with_all(),
    }
    return render(request, "moderation/person.html", context)


@moderators_only
@require_POST
def note(request: HttpRequest, key: str) -> HttpResponse:
    """Note something about a person."""
    form = NoteForm(request.POST)
    if not form.is_valid() or not Comment.objects.by_writer(key).exists():
        return HttpResponse(status=400)
    now, moderator = timezone.now(), moderator_of(request)
    actions.note_about(whose=key, words=form.cleaned_data["words"], moderator=moderator, now=now)
    return see_other(f"{reverse('moderation:person', args=[key])}#notes")
