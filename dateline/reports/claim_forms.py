"""The small forms of the claims desk: what is said when a claim is changed, disputed, taken back or protected."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Axis, Claim, Source

# What a claim's form asks before its source, and after.
WHERE = ["place_name", "latitude", "longitude", "where_precision", "radius_km"]
BEFORE = ["statement", "begins", "ends", "when_precision", *WHERE]
AFTER = ["source_url", "modality", "against_interest", "reliability", "credibility", "axis"]


class ClaimForm(forms.ModelForm):
    """What an editor may change of a claim at the desk; the snippet editor has the same fields and revisions."""

    why = forms.CharField(
        label=_("Why it changes"), max_length=400, required=False, help_text=_("Kept with the claim's history.")
    )

    new_source = forms.CharField(
        label=_("A source that is not in the list"),
        max_length=160,
        required=False,
        help_text=_("Its name as readers see it: “the river authority”. It is in the list from then on."),
    )

    new_source_kind = forms.ChoiceField(
        label=_("What it is"),
        choices=Source.Kind.choices,
        initial=Source.Kind.OFFICIAL,
        required=False,
        help_text=_("What a party to the events says is printed as “claimed by”, what others say as “reported by”."),
    )

    source_url = forms.URLField(
        label=_("Where they said it"),
        required=False,
        assume_scheme="https",
        help_text=_("The source's own words, if they are online."),
    )

    field_order = [*BEFORE, "source", "new_source", "new_source_kind", *AFTER]

    class Meta:
        model = Claim
        fields = [*BEFORE, "source", *AFTER]
        widgets = {
            "statement": forms.Textarea(attrs={"rows": 2}),
            "begins": forms.DateTimeInput(attrs={"type": "datetime-local"}),
            "ends": forms.DateTimeInput(attrs={"type": "datetime-local"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        situation = self.instance.report.situation
        axes = situation.axes.all() if situation else Axis.objects.none()
        self.fields["axis"].queryset = axes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse half a point, and an end before the beginning, in sentences."""
        given = super().clean() or {}
        if (given.get("latitude") is None) != (given.get("longitude") is None):
            self.add_error("longitude", _("A point has a latitude and a longitude. Fill in both, or neither."))
        if given.get("new_source") and given.get("source") and "source" in self.changed_data:
            self.add_error("new_source", _("A claim has one source. Choose one of the list, or name a new one."))
        begins, ends = given.get("begins"), given.get("ends")
        if ends and (begins is None or ends < begins):
            self.add_error("ends", _("It cannot end before it began."))
        return given

    def save(self, commit: bool = True) -> Claim:
        """Note that a moved point is the editor's own from now on."""
        if {"latitude", "longitude"} & set(self.changed_data):
            self.instance.where_basis = "editor"
        if {"begins", "ends"} & set(self.changed_data):
            self.instance.when_basis = "editor"
        if name := self.cleaned_data["new_source"].strip():
            self.instance.source = Source.objects.called_or_new(name, self.cleaned_data["new_source_kind"])
        return super().save(commit)


def named_in(text: str, place_name: str) -> str:
    """Return the part of a place's name (``Rope works, Holm Quay`` has two) that ``text`` says; empty where none."""
    parts = [part.strip() for part in place_name.split(",")]
    return next((part for part in parts if len(part) > 2 and part.casefold() in text.casefold()), "")


class WhyForm(forms.Form):
    """A reason, which may be left out."""

    why = forms.CharField(label=_("Why"), max_length=400, required=False, help_text=_("For colleagues and the record."))


class DisputeForm(forms.Form):
    """What contradicts a claim."""

    against = forms.ModelMultipleChoiceField(
        label=_("Contradicted by"),
        queryset=Claim.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Readers see both side by side."),
    )
    why = forms.CharField(
        label=_("Why"), max_length=400, help_text=_("What makes you doubt it, in one sentence that readers see.")
    )

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["against"].queryset = Claim.objects.beside(claim)  # type: ignore[attr-defined]


class SupersedeForm(forms.Form):
    """What holds now."""

    later = forms.ModelChoiceField(
        label=_("What holds now"), queryset=Claim.objects.none(), help_text=_("A later claim that readers can see.")
    )
    why = forms.CharField(
        label=_("Why"), max_length=400, required=False, help_text=_("One sentence for readers, if it helps.")
    )

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["later"].queryset = Claim.objects.beside(claim).that_may_follow(claim, timezone.now())  # type: ignore[attr-defined]


class RetractForm(forms.Form):
    """What readers are told when a claim is taken back."""

    correction = forms.CharField(
        label=_("Correction"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Printed below the report, on the page of corrections and in every feed, if readers saw the claim."
        ),
    )


class ProtectForm(forms.Form):
    """How a place is kept safe. Raises a fault where the statement would tell what the map is to withhold."""

    statement = forms.CharField(
        label=_("Statement"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As readers get it, also in all that was said before. Say it without the place."),
    )
    rounding_km = forms.FloatField(
        label=_("Show the place to within, in kilometres"),
        min_value=0.1,
        max_value=500,
        required=False,
        help_text=_("Readers get a ring of this size, also in all that was said before. Empty: as it is."),
    )
    delay_hours = forms.FloatField(
        label=_("Hold back for, in hours"),
        min_value=0,
        max_value=24 * 365,
        required=False,
        help_text=_("Counted from when it happened. It holds for what is not out yet."),
    )
    two_persons = forms.BooleanField(
        label=_("A second editor has to confirm"), required=False, help_text=_("Before readers see anything new of it.")
    )

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.claim = claim

    def clean(self) -> dict[str, Any]:
        """Refuse a statement that names the place."""
        given = super().clean() or {}
        told = named_in(given.get("statement", ""), self.claim.place_name)
        if given.get("rounding_km") and told:
            fault = _("It names “%(place)s”, so that everybody would know all the same. Say it without the place.")
            self.add_error("statement", fault % {"place": told})
        return given

    @property
    def delay(self) -> timedelta:
        """The delay that was asked for."""
        return timedelta(hours=self.cleaned_data["delay_hours"] or 0)


class DismissForm(forms.Form):
    """What the assistant shall not say again."""

    fingerprint = forms.CharField(max_length=64)
    kind = forms.ChoiceField(choices=[("proposal", ""), ("warning", "")])
    words = forms.CharField(max_length=400)
    why = forms.CharField(max_length=200, required=False)
