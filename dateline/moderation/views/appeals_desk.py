"""The desk's list of appeals, and answering one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.redirects import see_other

from .. import actions
from ..appeals import answered_lately, appeals_before, others_may_answer
from ..desk import moderator_of, moderators_only
from ..forms import AnswerForm
from ..models import Appeal, Outcome

CONFLICT, UNPROCESSABLE = 409, 422


@moderators_only
@require_safe
def appeals(request: HttpRequest) -> HttpResponse:
    """Who objects to what, the longest wait on top."""
    return render(request, "moderation/appeals.html", _list_of(request))


@moderators_only
@require_POST
def answer(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """Answer one appeal, and go on with the others."""
    appeal = get_object_or_404(Appeal.objects.with_all(), pk=appeal_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        sentence = " ".join(str(error) for errors in form.errors.values() for error in errors)
        context = _list_of(request, sentence) | {"kept": {"pk": appeal.pk, "words": request.POST.get("words", "")}}
        return render(request, "moderation/appeals.html", context, status=UNPROCESSABLE)
    try:
        given = actions.answer(
            appeal=appeal,
            outcome=Outcome(form.cleaned_data["outcome"]),
            words=form.cleaned_data["words"],
            moderator=moderator_of(request),
            now=timezone.now(),
        )
    except (actions.OwnDecision, actions.Overtaken) as refusal:
        return render(request, "moderation/appeals.html", _list_of(request, str(refusal)), status=CONFLICT)
    return see_other(f"{reverse('moderation:appeals')}#answered-{given.appeal_id}")


def _list_of(request: HttpRequest, sentence: str = "") -> dict[str, object]:
    """What the page prints; ``sentence`` says what was in the way."""
    moderator = moderator_of(request)
    return {
        "appeals": appeals_before(moderator),
        "answered": answered_lately(),
        "others": others_may_answer(moderator),
        "sentence": sentence,
    }
