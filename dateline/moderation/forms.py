"""What a moderator may send."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Mode, Restraint, Status

from .models import Action

FOR_GOOD = ""
TERMS = [
    ("1", _("one day")),
    ("3", _("three days")),
    ("7", _("a week")),
    ("30", _("a month")),
    (FOR_GOOD, _("for good")),
]


class DecisionForm(forms.Form):
    """One decision about what the moderator saw (``expected``, ``edited``)."""

    action = forms.ChoiceField(choices=[(a.value, a.label) for a in Action if a is not Action.RESTORE])
    expected = forms.ChoiceField(choices=Status.choices)
    edited = forms.CharField(max_length=40, required=False)
    note = forms.CharField(max_length=300, required=False)


class RestraintForm(forms.Form):
    """What somebody may no longer do, and for how many days. ``words`` are for them, ``note`` for moderators."""

    kind = forms.ChoiceField(choices=Restraint.choices)
    days = forms.TypedChoiceField(choices=TERMS, coerce=int, empty_value=None, required=False)
    words = forms.CharField(max_length=300, required=False)
    note = forms.CharField(max_length=300, required=False)


class ModeForm(forms.Form):
    """Who may write in a thread."""

    mode = forms.ChoiceField(choices=Mode.choices)
