"""The give form: an amount, how often, what may be shown, where the receipt goes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dateline.lib.money import BadAmount, Money, parse_money
from dateline.people.names import tidy_name

from .actions import Wish
from .asking import least, most, presets
from .models.gift import Frequency, Visibility

OTHER = "other"


class GiveForm(forms.Form):
    """All is optional but the amount. A field that people do not see (``website``) catches what fills every field."""

    preset = forms.ChoiceField(label=_("Amount"), widget=forms.RadioSelect, required=False)
    amount = forms.CharField(label=_("Another amount"), required=False, max_length=20)
    frequency = forms.ChoiceField(
        label=_("How often"), choices=Frequency.choices, widget=forms.RadioSelect, initial=Frequency.ONCE
    )
    visibility = forms.ChoiceField(
        label=_("What may readers see?"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        initial=Visibility.SECRET,
        help_text=_("Shown among our supporters. You decide for each gift."),
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=80, help_text=_("As it should be printed. Not needed.")
    )
    message = forms.CharField(
        label=_("A few words"), required=False, max_length=280, help_text=_("Shown beside your name. Not needed.")
    )
    email = forms.EmailField(
        label=_("Your mail address"),
        required=False,
        help_text=_("For the receipt, and nothing else. Not needed."),
    )
    page = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)
    website = forms.CharField(required=False, label=_("Leave this empty"))

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.currency = currency
        language = get_language() or "en"
        choices = [(money.plain, money.text(language)) for money in presets(currency)]
        self.fields["preset"].choices = [*choices, (OTHER, _("Another amount"))]  # type: ignore[attr-defined]
        self.fields["amount"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        self.fields["email"].widget.attrs |= {"autocomplete": "email"}
        self.fields["name"].widget.attrs |= {"autocomplete": "name"}

    def clean_name(self) -> str:
        """Keep what can be seen: a sign that turns the writing direction would turn the names beside it too."""
        return tidy_name(self.cleaned_data["name"])

    def clean_message(self) -> str:
        """Keep what can be seen, on one line."""
        return tidy_name(self.cleaned_data["message"])

    def clean_page(self) -> str:
        """Keep a plain path; anything else says nothing about where the gift came from."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") and "?" not in page else ""

    def clean(self) -> dict[str, Any]:
        """Settle on one amount: what was typed, else what was picked."""
        data = super().clean() or self.cleaned_data
        typed = data.get("amount", "").strip()
        picked = data.get("preset", "")
        written = typed or (picked if picked != OTHER else "")
        if "amount" in self.errors or "preset" in self.errors:
            return data
        if not written:
            self.add_error("amount", _("Choose or write an amount."))
            return data
        try:
            data["money"] = self._bounded(parse_money(written, self.currency))
        except BadAmount:
            self.add_error("amount", _("Write an amount, such as 10 or 10.50."))
        except forms.ValidationError as error:
            self.add_error("amount", error)
        if data.get("visibility") != Visibility.SECRET and not data.get("name"):
            self.add_error("name", _("Write the name that may be shown, or choose to show nothing."))
        return data

    def _bounded(self, money: Money) -> Money:
        """Return ``money`` if we take as much and as little."""
        low, high = least(self.currency), most(self.currency)
        if money < low:
            raise forms.ValidationError(
                _("The smallest gift is %(low)s: less would be eaten by fees."), params={"low": low}
            )
        if high < money:
            raise forms.ValidationError(_("For more than %(high)s please write to us first."), params={"high": high})
        return money

    @property
    def is_robot(self) -> bool:
        """Whether the field that people do not see was filled."""
        return bool(self.cleaned_data.get("website"))

    def wish(self) -> Wish:
        """Return what the form says, once it is valid."""
        data = self.cleaned_data
        return Wish(
            money=data["money"],
            frequency=Frequency(data["frequency"]),
            visibility=Visibility(data["visibility"]),
            name=data["name"],
            message=data["message"],
            email=data["email"],
            page=data["page"],
        )
