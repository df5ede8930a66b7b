"""What a giver changes of a past gift, and the last question before they are forgotten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dateline.people.names import tidy_name

from .models.gift import Visibility


class ShownForm(forms.Form):
    """What readers may see of a gift, and of the later months of the same promise."""

    visibility = forms.ChoiceField(
        label=_("What may readers see?"), choices=Visibility.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=80, help_text=_("As it should be printed. Not needed.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean_name(self) -> str:
        """Keep what can be seen."""
        return tidy_name(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        """Ask for a name where one is to be shown."""
        data = super().clean() or self.cleaned_data
        if data.get("visibility") != Visibility.SECRET and not data.get("name"):
            self.add_error("name", _("Write the name that may be shown, or choose to show nothing."))
        return data


class ForgetForm(forms.Form):
    """That one is sure."""

    sure = forms.BooleanField(
        label=_("Yes, take my name and address off my gifts"),
        error_messages={"required": _("Tick this if you are sure. Nothing was changed yet.")},
    )
