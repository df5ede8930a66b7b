"""What a reader, and an editor, may send."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .models import Recipient
from .models.hook import CHOSEN

NO_ADDRESS = {"invalid": _("This is not a mail address. It looks like ben@example.org.")}


class FollowForm(forms.Form):
    """Following as a guest; an address is not needed."""

    mail = forms.EmailField(
        label=_("Your mail, if you want to be told by mail"), required=False, error_messages=NO_ADDRESS
    )


class MailForm(forms.Form):
    """The address of a guest."""

    mail = forms.EmailField(label=_("Your mail"), error_messages={**NO_ADDRESS, "required": NO_ADDRESS["invalid"]})


class ChoicesForm(forms.ModelForm[Recipient]):
    """How soon one is told of what."""

    class Meta:
        model = Recipient
        fields = Recipient.CHOICES


class HookForm(WagtailAdminModelForm):
    """A program's address and what it is told of."""

    events = forms.MultipleChoiceField(
        label=_("What it is told of"), choices=CHOSEN, widget=forms.CheckboxSelectMultiple
    )

    def clean_url(self) -> str:
        """Only what we can call: http or https, at a host, without a name and password in it."""
        url: str = self.cleaned_data["url"]
        try:
            parts = urlsplit(url)
            is_good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            is_good = False
        if not is_good or parts.username or parts.password:
            raise forms.ValidationError(
                _("Write an address that begins with https:// and names a host, and no password.")
            )
        return url

    def save(self, commit: bool = True) -> Any:
        """Keep who made it."""
        if self.instance.pk is None and self.for_user:
            self.instance.made_by = self.for_user
        return super().save(commit=commit)
