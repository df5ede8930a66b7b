"""The give form: an amount, how often, what may be shown, where the receipt goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dateline.lib.money import parse_money
from dateline.people.names import tidy_name

from .actions import Wish
from .amounts import read_amount
from .asking import presets
from .cover import rule_for
from .models.gift import BANK, Frequency, Visibility
from .ways import Way

OTHER = "other"
WAY_CLOSED = _("This way is closed now. Nothing was paid; choose another.")


class WayForm(forms.Form):
    """By which way. One that was closed since the form was opened is refused."""

    way = forms.ChoiceField(label=_("By which way"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, ways: Sequence[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ways = ways
        self.fields["way"].choices = [(way.name, way.label) for way in ways]  # type: ignore[attr-defined]
        self.fields["way"].initial = ways[0].name if ways else ""
        self.fields["way"].error_messages["invalid_choice"] = WAY_CLOSED

    def clean_way(self) -> str:
        """Take the first way where none was chosen."""
        return self.cleaned_data["way"] or (self.ways[0].name if self.ways else "")

    @property
    def shown_ways(self) -> list[tuple[Way, Any]]:
        """Each way with its button."""
        return list(zip(self.ways, self["way"], strict=True))

    @property
    def chosen(self) -> Way:
        """The way that was chosen, once the form is valid."""
        return next(way for way in self.ways if way.name == self.cleaned_data["way"])


class GiveForm(WayForm):
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
    dedication = forms.CharField(
        label=_("In honour or in memory of somebody"),
        required=False,
        max_length=140,
        help_text=_("Such as: in memory of Ada. It stands on your receipt, and beside your name. Not needed."),
    )
    cover = forms.BooleanField(label=_("Cover the payment’s fee too"), required=False)
    email = forms.EmailField(
        label=_("Your mail address"),
        required=False,
        help_text=_(
            "For the receipt, and nothing else. Needed for a monthly gift alone: each receipt holds the link that"
            " pauses or ends it."
        ),
    )
    page = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)
    proof = forms.CharField(required=False, widget=forms.HiddenInput)
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
        self._offer_cover(language)

    def _offer_cover(self, language: str) -> None:
        """Say by which rule the fee is added, and in figures for the presets. No box where nobody keeps a fee."""
        rule = rule_for(self.currency) if any(way.takes_fee for way in self.ways) else None
        if rule is None:
            del self.fields["cover"]
            return
        self.fees = [(gift, rule.adds_to(gift)) for gift in presets(self.currency)]
        slots = {"percent": number_format(rule.percent), "fixed": rule.fixed.text(language)}
        words = _("Adds about %(percent)s %% and %(fixed)s, so that all of your gift arrives.") % slots
        if not all(way.takes_fee for way in self.ways):
            words = f"{words} {_('Nothing is added to a bank transfer.')}"
        self.fields["cover"].help_text = words

    def clean_name(self) -> str:
        """Keep what can be seen: a sign that turns the writing direction would turn the names beside it too."""
        return tidy_name(self.cleaned_data["name"])

    def clean_message(self) -> str:
        """Keep what can be seen, on one line."""
        return tidy_name(self.cleaned_data["message"])

    def clean_dedication(self) -> str:
        """Keep what can be seen, on one line."""
        return tidy_name(self.cleaned_data["dedication"])

    def clean_page(self) -> str:
        """Keep a plain path; anything else says nothing about where the gift came from."""
        page = self.cleaned_data["page"]
        is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
        return page if is_ours and "?" not in page else ""

    def clean(self) -> dict[str, Any]:
        """Settle on one amount: what was typed, else what was picked."""
        data = super().clean() or self.cleaned_data
        needs_link = data.get("frequency") == Frequency.MONTHLY and data.get("way") != BANK
        if needs_link and not data.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write your mail address: each receipt holds the link that pauses or ends it."))
        typed = data.get("amount", "").strip()
        picked = data.get("preset", "")
        written = typed or (picked if picked != OTHER else "")
        if "amount" in self.errors or "preset" in self.errors:
            return data
        if not written:
            self.add_error("amount", _("Choose or write an amount."))
            return data
        try:
            data["money"] = read_amount(typed, self.currency) if typed else parse_money(picked, self.currency)
        except forms.ValidationError as error:
            self.add_error("amount", error)
        if data.get("visibility") != Visibility.SECRET and not data.get("name"):
            self.add_error("name", _("Write the name that may be shown, or choose to show nothing."))
        return data

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
            dedication=data["dedication"],
            covers=data.get("cover", False),
            email=data["email"],
            page=data["page"],
        )


class ChangeForm(forms.Form):
    """What is to become of a monthly gift. ``key`` makes a form that is sent twice one deed."""

    DEEDS = ("pause", "go_on", "change", "end")

    deed = forms.ChoiceField(choices=[(deed, deed) for deed in DEEDS])
    key = forms.UUIDField(widget=forms.HiddenInput)
    amount = forms.CharField(label=_("Another amount"), required=False, max_length=20)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.currency = currency
        self.fields["amount"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        """Read the amount where it is to change."""
        data = super().clean() or self.cleaned_data
        if data.get("deed") == "change" and "amount" not in self.errors:
            try:
                data["money"] = read_amount(data["amount"], self.currency)
            except forms.ValidationError as error:
                self.add_error("amount", error)
        return data
