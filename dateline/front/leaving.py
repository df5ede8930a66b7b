"""Somebody leaves: each room hands over what it keeps of them and forgets it by its own verb."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import erase_own_data, leave_own_words, own_data, own_sums
from dateline.discussion.writer import writer_of
from dateline.funding.actions import forget_giver, own_gifts
from dateline.funding.providers import ProviderDown, ProviderRefused
from dateline.people.leaving import close_account, own_account
from dateline.people.models import User
from dateline.people.proof import verified_mails
from dateline.people.roles import is_staff_member

log = logging.getLogger(__name__)


class LeaveForm(forms.Form):
    """What is to become of one's words, and that one is sure."""

    words = forms.ChoiceField(
        label=gettext_lazy("What becomes of your comments?"),
        choices=[
            ("erase", gettext_lazy("They go: what you wrote is erased, and what others answered stays.")),
            ("keep", gettext_lazy("They stay, and nobody can see any more that they are yours.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what becomes of your comments. Nothing was deleted yet.")},
    )
    sure = forms.BooleanField(
        label=gettext_lazy("Yes, delete my account"),
        error_messages={"required": gettext_lazy("Tick this if you are sure. Nothing was deleted yet.")},
    )


@never_cache
@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, offer a copy, and do it."""
    user = _reader(request)
    form = LeaveForm(request.POST or None)
    works_here = is_staff_member(user)
    if request.method == "POST" and not works_here and form.is_valid():
        try:
            forget(request, user, keeps_words=form.cleaned_data["words"] == "keep")
        except (ProviderDown, ProviderRefused):
            log.exception("Somebody could not leave: a monthly gift was not ended")
            form.add_error(
                None, gettext("A monthly gift could not be ended just now. Nothing was deleted; try again soon.")
            )
        else:
            return see_other("front:left")
    gifts = own_gifts(mails=verified_mails([user.pk]))
    context = {"form": form, "works_here": works_here, "counts": own_sums(writer=writer_of(request)), "gifts": gifts}
    status = 403 if works_here and request.method == "POST" else 422 if form.errors else 200
    return render(request, "front/leave.html", context, status=status)


def forget(request: HttpRequest, user: User, *, keeps_words: bool) -> None:
    """Have every room forget ``user``. The account goes last: whatever is interrupted can be asked for again.

    Monthly gifts end first, at the provider: raises ProviderDown or ProviderRefused before anything is forgotten.
    """
    now, writer = timezone.now(), writer_of(request)
    forget_giver(mails=verified_mails([user.pk]), now=now)
    if keeps_words:
        leave_own_words(writer=writer, name=gettext("Former reader"), now=now)
    else:
        erase_own_data(writer=writer, now=now)
    logout(request)
    close_account(user=user)


@never_cache
@login_required
@reauthentication_required
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """All that is kept of somebody with an account, as one file."""
    user = _reader(request)
    told: dict[str, Any] = {
        "account": own_account(user=user),
        "discussions": own_data(writer=writer_of(request)),
        "gifts": own_gifts(mails=verified_mails([user.pk])),
    }
    response = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="everything.json"'
    return response


@never_cache
@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """Say that it is done, and what stays."""
    return render(request, "front/left.html")


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 -- login_required has seen to it; this tells the type checker
    return request.user
