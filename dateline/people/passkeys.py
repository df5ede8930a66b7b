"""Passkeys: allauth's views, with the word of failure on our own page and what the browser is asked for as JSON.

The options of the browser's dialogue are asked for by the script when somebody presses the button: no page needs
an inline script, and a challenge lives no longer than the dialogue.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from .models import User

FAILED = "passkey=unknown"  # at the end of an address; the page says it in words


def passkeys_of(user: User) -> QuerySet[Authenticator]:
    """Return the passkeys of ``user``, the oldest first."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("pk")


class AddPasskey(AddWebAuthnView):
    """The page with the form, the options of the browser's dialogue, and the passkey that comes of it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or ask for a passkey that the device keeps and that its owner has to unlock."""
        if get_adapter().is_ajax(request):
            return JsonResponse(begin_registration(request.user, True))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out allauth's options: asking for them would put an end to a dialogue that is open."""
        return {**kwargs, "form": kwargs.get("form") or self.get_form()}

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show what is wrong with it; the next try has a challenge of its own."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_success_url(self) -> str:
        """Back to the account page, which lists it."""
        return reverse("people:account")


class SignInByPasskey(LoginWebAuthnView):
    """The options, and the sign-in itself; a person who comes here by hand is led to the page with the button."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Say on the page of signing in that it did not work, and nothing about whether anybody has this passkey."""
        return redirect(f"{reverse('account_login')}?{FAILED}")


add = never_cache(AddPasskey.as_view())
login = never_cache(SignInByPasskey.as_view())
