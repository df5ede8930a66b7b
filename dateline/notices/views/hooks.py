"""An editor looks at how a program was told, and tells it again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from .. import actions
from ..models import Call, Hook
from ..models.call import LOGGED

RIGHT = "notices.change_hook"


@never_cache
@require_admin_access
@permission_required(RIGHT, raise_exception=True)
@require_safe
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """The secret, and the latest calls."""
    hook = get_object_or_404(Hook, pk=pk)
    return render(request, "notices/hook_log.html", {"hook": hook, "calls": Call.objects.of(hook)[:LOGGED]})


@require_admin_access
@permission_required(RIGHT, raise_exception=True)
@require_POST
def try_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a test."""
    actions.try_hook(hook=get_object_or_404(Hook, pk=pk), now=timezone.now())
    messages.success(request, _("A test is on its way. Load this page again in a few seconds to see how it went."))
    return redirect("webhook_log", pk=pk)


@require_admin_access
@permission_required(RIGHT, raise_exception=True)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a call again."""
    call = get_object_or_404(Call, pk=pk)
    try:
        actions.redeliver(call=call, now=timezone.now())
    except actions.Emptied:
        messages.error(request, _("Its words were taken back by their author, so this call cannot be made again."))
    else:
        messages.success(request, _("It is on its way again, under the same number."))
    return redirect("webhook_log", pk=call.hook_id)
