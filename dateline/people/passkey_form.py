"""The form for a passkey; named by MFA_FORMS in the settings."""

from __future__ import annotations

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class PasskeyForm(AddWebAuthnForm):
    """A passkey that signs in by itself; its name tells its owner which device it lies on."""

    name = forms.CharField(
        label=_("Name of the passkey"),
        max_length=60,
        required=False,
        help_text=_("So that you know it again, such as the name of the device. Only you see it."),
    )
    passwordless = forms.BooleanField(widget=forms.HiddenInput, initial=True)
