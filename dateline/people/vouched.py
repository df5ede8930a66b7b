"""Readers for whom an OpenID Connect provider vouches: what we take of what it says."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.forms import DisconnectForm
from allauth.socialaccount.models import SocialLogin
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .forms import DisplayNameForm
from .models import User
from .names import tidy_name
from .passkeys import passkeys_of

LONGEST_NAME = 80


class VouchedAdapter(DefaultSocialAccountAdapter):
    """Named by SOCIALACCOUNT_ADAPTER in the settings.

    An account that is here already is never entered because a provider says that its mail address is the same: its
    owner signs in as before and adds the provider on the account page.
    """

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        """Take the mail address and one name to print; the account's own name stays without meaning."""
        name = data.get("name") or data.get("username") or ""
        user = super().populate_user(request, sociallogin, {"email": data.get("email")})
        user.display_name = tidy_name(str(name))[:LONGEST_NAME]
        return user

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Ask for a name where the provider gave none that may stand beside words here."""
        return super().is_auto_signup_allowed(request, sociallogin) and may_print(sociallogin.user)

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, Any]:
        """Suggest the name that the provider gave."""
        return {**super().get_signup_form_initial_data(sociallogin), "display_name": sociallogin.user.display_name}

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """Know those of the settings only, without a query: nobody makes others in the database."""
        found = super().list_apps(None, provider, client_id) if provider else super().list_apps(None)
        return [app for app in found if app.pk is None]


class NoLongerForm(DisconnectForm):
    """Part with a provider. Allauth would want a password to be left; here a code by mail or a passkey is a way in."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse to close the last way in."""
        user = self.request.user
        if not (EmailAddress.objects.filter(user=user, verified=True).exists() or passkeys_of(user).exists()):
            raise ValidationError(_("There is no other way into your account. Add a passkey first."))
        return forms.Form.clean(self)


def may_print(user: User) -> bool:
    """Return whether the name that ``user`` brings could have been chosen on the account page."""
    return DisplayNameForm({"display_name": user.display_name}).is_valid()
