"""The form with which somebody says who may write below a page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dateline.discussion.limits import SLOWEST
from dateline.discussion.models import Clauses, Mode, Night
from dateline.discussion.terms import lasting

from .strictness import choices_of

LONGEST = 3650  # days
PACES = (30, 60, 120, 300, 600, 1800, int(SLOWEST.total_seconds()))  # seconds
AS_ABOVE = _("As above")
TERMS_OF_DUTY = [(str(hours), hours) for hours in (8, 1, 2, 4, 12)]
NIGHTS = [(str(hours), hours) for hours in (8, 12, 24, 48, 72)]


def whole_number(value: str) -> int:
    """Read one of the choices."""
    return int(value)


def _choice(rate: float | None) -> str:
    """How a rate stands among the choices."""
    return "" if rate is None else f"{rate:g}"


class PolicyForm(forms.Form):
    """What is set on one page; empty is inherited. ``seen`` is the latest change that the form was made from."""

    mode = forms.ChoiceField(
        label=_("Who may write, and what waits"), choices=[("", AS_ABOVE), *Mode.choices], required=False
    )
    words = forms.CharField(
        label=_("Where it is closed: why, told to readers"),
        max_length=200,
        required=False,
        help_text=_("Such as: A court has asked us to. Empty: they are told since when."),
    )
    close_after = forms.IntegerField(
        label=_("Close this many days after a report comes out"),
        min_value=0,
        max_value=LONGEST,
        required=False,
        help_text=_("Empty: as above. 0: never."),
    )
    slow = forms.TypedChoiceField(label=_("Slow mode"), coerce=whole_number, empty_value=None, required=False)
    night = forms.ChoiceField(
        label=_("Night mode"),
        choices=[("", AS_ABOVE), *Night.choices],
        required=False,
        help_text=_("First comments wait, also where a discussion is open, unless somebody is on duty."),
    )
    night_from = forms.TimeField(label=_("from"), required=False)
    night_to = forms.TimeField(label=_("until"), required=False)
    held_spam = forms.TypedChoiceField(
        label=_("Advertising and fraud: of 1,000 clean comments it may hold"),
        coerce=float,
        empty_value=None,
        required=False,
        help_text=_(
            "The house says 5. How much it catches was counted on advertising by text message; what reads like a "
            "comment is hardly ever caught. The model card in the documentation has the figures."
        ),
    )
    held_abuse = forms.TypedChoiceField(
        label=_("Insults and attacks: of 1,000 clean comments it may hold"),
        coerce=float,
        empty_value=None,
        required=False,
        help_text=_(
            "The house says 10. How much it catches was counted on open attacks in English; of veiled ones, and of "
            "those in German, it catches far fewer. The model card in the documentation has the figures."
        ),
    )
    note = forms.CharField(label=_("Why? For other moderators"), max_length=300, required=False)
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paces = [(str(seconds), _("One comment every %s") % lasting(seconds)) for seconds in PACES]
        self.fields["slow"].choices = [("", AS_ABOVE), ("0", _("Off")), *paces]  # type: ignore[attr-defined]
        for name in ("held_spam", "held_abuse"):
            offered = [("", AS_ABOVE), ("0", _("Off")), *choices_of(name)]
            self.fields[name].choices = offered  # type: ignore[attr-defined]
            self.initial[name] = _choice(self.initial.get(name))

    def clean(self) -> dict[str, Any]:
        """Both hours or none, and two different ones."""
        words = super().clean() or {}
        begins, ends = words.get("night_from"), words.get("night_to")
        if words.get("night") == Night.HOURS and not self.errors and (not begins or not ends or begins == ends):
            self.add_error("night_from", _("Write two different hours, such as 22:00 and 06:00."))
        return words

    def clauses(self, before: Clauses) -> Clauses:
        """Return what was filled in; what the form does not ask about stays as ``before``."""
        words = self.cleaned_data
        by_hours = words["night"] == Night.HOURS
        return before._replace(
            mode=words["mode"],
            words=words["words"] if words["mode"] == Mode.CLOSED else "",
            close_after=words["close_after"],
            slow=words["slow"],
            night=words["night"],
            night_from=words["night_from"] if by_hours else None,
            night_to=words["night_to"] if by_hours else None,
            held_spam=words["held_spam"],
            held_abuse=words["held_abuse"],
        )


class HoursForm(forms.Form):
    """For how many hours from now."""

    hours = forms.TypedChoiceField(choices=[*TERMS_OF_DUTY, *NIGHTS], coerce=whole_number)

    @property
    def time(self) -> timedelta:
        """The same as a time."""
        return timedelta(hours=self.cleaned_data["hours"])
