"""A reader's own page, and who is asking."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .actions import present
from .forms import AccountForm
from .hint import drop_hint
from .models import User
from .passkeys import passkeys_of
from .roles import is_staff_member, roles_of


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name, and show the ways in."""
    assert isinstance(request.user, User)  # noqa: S101 -- login_required has seen to it; this tells the type checker
    form = AccountForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        present(user=request.user, **form.cleaned_data)
        return redirect("people:account")
    context = {"form": form, "passkeys": passkeys_of(request.user)}
    return render(request, "people/account.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def me(request: HttpRequest) -> JsonResponse:
    """Say who is asking, for the script of a public page: ``{"name": null}`` or name and roles."""
    if not request.user.is_authenticated:
        response = JsonResponse({"name": None, "staff": False, "roles": []})
        drop_hint(request, response)
        return response
    user = request.user
    return JsonResponse({"name": user.public_name, "staff": is_staff_member(user), "roles": roles_of(user)})
