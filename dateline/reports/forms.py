"""What an editor fills in to state a change."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

KINDS = [
    ("correction", _("Correction: something was wrong")),
    ("update", _("Update: it was right, and there is more")),
]


class ChangeForm(forms.Form):
    """One stated change of a published report."""

    kind = forms.ChoiceField(label=_("What happened"), choices=KINDS, widget=forms.RadioSelect, initial="correction")
    text = forms.CharField(
        label=_("In words"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Say what was wrong and what is right, or what is new. It appears at once below the report and, if it is a "
            "correction, on the corrections page, with the time. It cannot be rewritten later; you can say another one."
        ),
    )


class LiveEntryForm(forms.Form):
    """One new entry of a live report, out at once."""

    headline = forms.CharField(label=_("Headline"), max_length=140, help_text=_("What is new, in one line."))
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What we know and from whom. An empty line begins a paragraph."),
    )
