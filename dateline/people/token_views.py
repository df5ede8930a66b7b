"""The page on which a person makes and revokes tokens for programs."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from .models import ApiToken, User
from .roles import is_staff_member
from .token_form import TokenForm
from .tokens import TooMany, make_token, revoke_token


@never_cache
@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """List them, and make one; its key is on this answer and never again."""
    assert isinstance(request.user, User)  # noqa: S101 -- login_required has seen to it; this tells the type checker
    form = TokenForm(request.POST or None, is_staff=is_staff_member(request.user))
    context: dict[str, object] = {"form": form, "tokens": ApiToken.objects.of(request.user), "now": timezone.now()}
    if request.method == "POST" and form.is_valid():
        try:
            context["key"] = make_token(user=request.user, now=timezone.now(), **form.asked)
        except TooMany:
            context["too_many"] = True
    return render(request, "people/tokens.html", context, status=422 if form.errors or "too_many" in context else 200)


@never_cache
@login_required
@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Put an end to one."""
    assert isinstance(request.user, User)  # noqa: S101 -- as above
    revoke_token(user=request.user, number=number, now=timezone.now())
    return redirect("people:tokens")
