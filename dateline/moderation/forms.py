"""What a moderator may send."""

from __future__ import annotations

from django import forms

from dateline.discussion.models import Mode, Status

from .models import Action


class DecisionForm(forms.Form):
    """One decision about what the moderator saw (``expected``)."""

    action = forms.ChoiceField(choices=[(a.value, a.label) for a in Action if a is not Action.RESTORE])
    expected = forms.ChoiceField(choices=Status.choices)
    note = forms.CharField(max_length=300, required=False)


class ModeForm(forms.Form):
    """Who may write in a thread."""

    mode = forms.ChoiceField(choices=Mode.choices)
