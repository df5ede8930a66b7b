"""An author appeals: from their own pages, or by the signed link in a mail. Private, like all that is one's own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from dateline.delivery.redirects import see_other
from dateline.delivery.sender import sender_key
from dateline.discussion.limits import TooMuch
from dateline.discussion.reasons import state_of
from dateline.discussion.restraints import told
from dateline.discussion.writer import reader_of
from dateline.people.origin import same_origin_only

from .. import actions
from ..appealing import WITHIN
from ..cases import case_of, is_over, usual_time
from ..forms import AppealForm
from ..links import behind
from ..models import Decision, Measure

UNPROCESSABLE = 422
REFUSED = {actions.NotAppealable: 409, TooMuch: 429}  # the last is mended by waiting
private = cache_control(private=True, no_store=True)
METHODS = ["GET", "HEAD", "POST"]


@same_origin_only
@require_http_methods(METHODS)
@private
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """About a decision on one of the asker's own comments; somebody else's is as absent as one never made."""
    found = get_object_or_404(Decision.objects.with_all(), pk=decision_id)
    if not reader_of(request).wrote(found.comment):
        raise Http404
    return _appeal(request, found)


@same_origin_only
@require_http_methods(METHODS)
@private
def measure(request: HttpRequest, measure_id: int) -> HttpResponse:
    """About what keeps the asker from writing."""
    found = get_object_or_404(Measure.objects.with_all(), pk=measure_id)
    whose = reader_of(request).key
    if not whose or whose != found.restriction.whose:
        raise Http404
    return _appeal(request, found)


@same_origin_only
@require_http_methods(METHODS)
@private
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same in whatever browser a mail was opened."""
    found = behind(token)
    if found is None or is_over(case_of(found, timezone.now()), timezone.now()):
        raise Http404
    response = _appeal(request, found)
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the leave to appeal
    return response


def _appeal(request: HttpRequest, against: Decision | Measure) -> HttpResponse:
    """The form, or where the appeal stands; what is refused keeps its words."""
    now = timezone.now()
    form = AppealForm(request.POST or None)
    state = state_of(against.comment) if isinstance(against, Decision) else told(against.restriction)
    context: dict[str, object] = {"state": state, "usual": usual_time(now), "within": WITHIN.days, "form": form}
    context["case"] = case_of(against, now)
    if request.method != "POST":
        return render(request, "moderation/appeal.html", context)
    if not form.is_valid():
        return render(request, "moderation/appeal.html", context, status=UNPROCESSABLE)
    try:
        origin = sender_key(request, purpose="moderation")
        actions.appeal(against=against, words=form.cleaned_data["words"], origin=origin, now=now)
    except tuple(REFUSED) as refusal:
        context |= {"refusal": refusal, "case": case_of(against, now)}
        return render(request, "moderation/appeal.html", context, status=REFUSED[type(refusal)])
    return see_other(request.path)
