"""What the machine has learned from moderators, and whether that judges comments."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.discussion.in_force import front_page, terms_of
from dateline.discussion.models import Learned

from .. import actions
from ..desk import moderator_of, moderators_only
from ..learned import context_of
from ..models import Attempt, PolicyChange
from .writing import history_of

SHOWN = 20


@moderators_only
@require_safe
def learned(request: HttpRequest) -> HttpResponse:
    """Which model judges, and why; from how many decisions; whether learning fails; and the switch."""
    front = front_page()
    changes = PolicyChange.objects.about("own_model").with_all().newest_first()[:SHOWN]
    latest = Learned.objects.in_force().newest_first().first()
    learned_so_far = context_of(latest, terms_of(front, timezone.now()))
    context = {**learned_so_far, "front": front, "changes": history_of(changes), "failing": Attempt.objects.failing()}
    return render(request, "moderation/learned.html", context)


@moderators_only
@require_POST
def which_model(request: HttpRequest) -> HttpResponse:
    """Use what was learned, or the shipped model alone."""
    if request.POST.get("own") not in {"0", "1"}:
        raise BadRequest
    own, note = request.POST["own"] == "1", request.POST.get("note", "")[:300]
    actions.say_which_model(own=own, moderator=moderator_of(request), now=timezone.now(), note=note)
    return see_other("moderation:learned")
