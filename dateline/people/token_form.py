"""The form for a token."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Scope


class TokenForm(forms.Form):
    """A token for a program. Only staff are offered the scope of moderating."""

    name = forms.CharField(label=_("What it is for"), max_length=60, help_text=_("So that you know it again."))
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), initial=[Scope.READ], widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(
        label=_("How long it lasts"),
        choices=[("7", _("a week")), ("90", _("three months")), ("365", _("a year"))],
        initial="90",
        coerce=int,
    )

    def __init__(self, *args: Any, is_staff: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scopes = self.fields["scopes"]
        if isinstance(scopes, forms.MultipleChoiceField):
            scopes.choices = [choice for choice in Scope.choices if is_staff or choice[0] != Scope.MODERATE]

    @property
    def asked(self) -> dict[str, Any]:
        """What a valid form asks for, as ``tokens.make_token`` takes it."""
        words = self.cleaned_data
        return {"name": words["name"], "scopes": words["scopes"], "lasts": timedelta(days=words["days"])}
