"""Givers' words that wait for a person: let through or kept off with one press, and taken back with one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from dateline.funding.actions import latest_looks, look_at_words, undo_look, waiting_words
from dateline.funding.models import GiftIntent, Look
from dateline.funding.wording import doubts_about, in_our_words

may_decide = permission_required("funding.refund_gift", raise_exception=True)


@require_admin_access
@may_decide
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """List what waits, each with why, and what was decided last. Reasons are those of today's screening."""
    waiting = [(intent, _reasons(intent)) for intent in waiting_words()]
    found = {"title": _("Words to look at"), "waiting": waiting, "decided": latest_looks()}
    return render(request, "funding/treasury_words.html", found)


@require_admin_access
@may_decide
@require_POST
def decide_words(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let somebody's words through, or keep them off."""
    intent = get_object_or_404(GiftIntent, pk=pk)
    lets_through = request.POST.get("deed") == "let_through"
    look = look_at_words(intent=intent, lets_through=lets_through, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, _("Readers see these words.") if look.lets_through else _("Readers do not see them."))
    return redirect("funding_words")


@require_admin_access
@may_decide
@require_POST
def undo_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    undo_look(look=get_object_or_404(Look, pk=pk), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, _("The words wait again."))
    return redirect("funding_words")


def _reasons(intent: GiftIntent) -> list[str]:
    """Say why these words wait."""
    found = [in_our_words(doubt) for doubt in doubts_about(intent.name, intent.message, intent.dedication)]
    return found or [_("The screening of today has nothing against them.")]
