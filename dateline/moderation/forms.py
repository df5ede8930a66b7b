"""What a moderator may send, and who appeals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import ListKind, Restraint, Status
from dateline.lib.row_number import row_number

from .actions.batch import MOST, Seen
from .models import Action, Outcome
from .models.appeal import WORDS
from .models.decision import OF_PEOPLE
from .models.reason import LABEL, told_to_author

LARGEST = 2**63 - 1  # the largest number that a row can have
MOST_LINKS = 200  # in one comment
FOR_GOOD = ""
TERMS = [
    ("1", _("one day")),
    ("3", _("three days")),
    ("7", _("a week")),
    ("30", _("a month")),
    (FOR_GOOD, _("for good")),
]


class SeenForm(forms.Form):
    """What the moderator saw: the standing, the words, and who else looks at it."""

    expected = forms.ChoiceField(choices=Status.choices)
    edited = forms.CharField(max_length=40, required=False)
    claim = forms.IntegerField(min_value=1, max_value=LARGEST, required=False)
    note = forms.CharField(max_length=300, required=False)


class BatchForm(forms.Form):
    """One decision about many comments. Each of ``seen`` is an id, a standing and the mark of the words seen."""

    action = forms.ChoiceField(choices=[(a.value, a.label) for a in OF_PEOPLE if a is not Action.NOTE])
    note = forms.CharField(max_length=300, required=False)
    seen = forms.Field(widget=forms.SelectMultiple, required=False)

    def clean_seen(self) -> list[Seen]:
        """Read what was ticked, as many as a page shows. Raises ValidationError for what no page of ours sends."""
        return [_seen(typed) for typed in self.cleaned_data["seen"] or []][:MOST]


def _seen(typed: str) -> Seen:
    first, _, rest = typed.partition(" ")
    expected, _, edited = rest.partition(" ")
    number = row_number(first)
    if number is None or expected not in Status.values:
        raise ValidationError("", code="unseen")
    return Seen(number, expected, edited)


class WordingForm(forms.Form):
    """The lines of a list, and what is done with what they find."""

    text = forms.CharField(max_length=2_000_000, required=False, strip=False)
    does = forms.ChoiceField(choices=[("hold", _("Hold it")), ("mark", _("Only mark it"))])
    note = forms.CharField(max_length=300, required=False)
    expected = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False)


class NewListForm(WordingForm):
    """A list that is not there yet."""

    name = forms.CharField(max_length=80)
    kind = forms.ChoiceField(choices=ListKind.choices)


class SwitchForm(forms.Form):
    """Which version of a list is to be in force, 0 for none, and which was when the moderator looked."""

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    expected = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    note = forms.CharField(max_length=300, required=False)


class TrialForm(forms.Form):
    """Which version is tried on the comments of how many days; all of them without a number."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    days = forms.TypedChoiceField(choices=[("30", "30"), ("", "")], coerce=int, empty_value=None, required=False)


class DecisionForm(SeenForm):
    """One decision. ``reason`` is the name of one for authors, ``words`` are what they are told besides."""

    action = forms.ChoiceField(choices=[(a.value, a.label) for a in OF_PEOPLE])
    reason = forms.CharField(max_length=LABEL, required=False)
    words = forms.CharField(max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Put together what the author will read as ``told``."""
        cleaned = super().clean() or {}
        told = told_to_author(cleaned.pop("reason", ""), cleaned.pop("words", ""))
        return {**cleaned, **told}


class UnlinkForm(SeenForm):
    """Which links are taken out, counted from 0, and whether the rest may stand then."""

    links = forms.TypedMultipleChoiceField(
        choices=[(str(number), "") for number in range(MOST_LINKS)], coerce=int, required=False
    )
    approve = forms.BooleanField(required=False)


class NoteForm(forms.Form):
    """What other moderators should know about a person."""

    words = forms.CharField(max_length=500)


class RestraintForm(forms.Form):
    """What somebody may no longer do, and for how many days. ``words`` are for them, ``note`` for moderators."""

    kind = forms.ChoiceField(choices=Restraint.choices)
    days = forms.TypedChoiceField(choices=TERMS, coerce=int, empty_value=None, required=False)
    words = forms.CharField(max_length=300, required=False)
    note = forms.CharField(max_length=300, required=False)


class AppealForm(forms.Form):
    """What an author objects."""

    words = forms.CharField(
        label=_("Why was the decision wrong?"),
        max_length=WORDS,
        widget=forms.Textarea,
        error_messages={
            "required": _("Say why the decision was wrong; nothing is written yet."),
            "max_length": _("An appeal has at most %(limit_value)s letters; this one has %(show_value)s."),
        },
    )


class AnswerForm(forms.Form):
    """What an appeal comes to, and why, in words to its author."""

    outcome = forms.ChoiceField(choices=Outcome.choices)
    words = forms.CharField(
        max_length=WORDS,
        error_messages={
            "required": _(
                "Write a sentence to the author: nobody should be refused, or agreed with, without a reason."
            ),
            "max_length": _("An answer has at most %(limit_value)s letters; this one has %(show_value)s."),
        },
    )
