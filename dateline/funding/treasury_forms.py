"""The treasurer's forms. Amounts are written as people write them and kept as minor units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from dateline.lib.clock import month_bounds
from dateline.lib.money import BadAmount, Money, parse_money
from dateline.people.models import Newsroom

from .actions.refunding import left_of
from .fields import MoneyField
from .models import Gift
from .models.gift import Visibility
from .models.ledger import Account


class DriveForm(WagtailAdminModelForm):
    """A month's drive. What the month is for may change while it runs; a month that has ended may not."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=9998, help_text=_("Such as 2026."))
    month = forms.IntegerField(
        label=_("Month"),
        min_value=1,
        max_value=12,
        help_text=_("From 1 to 12. Once the drive is saved, its month stays."),
    )
    goal_written = MoneyField(label=_("Goal"), help_text=_("What the month needs, in the newsroom’s currency."))
    ticks_written = forms.CharField(
        label=_("Ticks"),
        required=False,
        help_text=_("Amounts marked on the bar, with semicolons between: 1000; 2500. Empty: half of the goal."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_new = self.instance.pk is None
        self.currency = Newsroom.load().currency if is_new else self.instance.currency
        self.fields["goal_written"].currency = self.currency
        if not is_new:
            self.fields["goal_written"].initial = self.instance.goal_money.plain
            ticks = [Money(tick, self.currency).plain for tick in self.instance.ticks]
            self.fields["ticks_written"].initial = "; ".join(ticks)
            self.fields["year"].disabled = self.fields["month"].disabled = True

    def clean(self) -> dict[str, Any]:
        """Settle bounds, goal and ticks on the row, so that its own checks see them."""
        data = super().clean()
        if self.instance.pk and self.instance.is_over(timezone.now()):
            raise ValidationError(_("This month has ended. Its drive stays as it is."))
        if "goal_written" in data:
            self.instance.goal = data["goal_written"].amount
            self.instance.ticks = self._ticks(data.get("ticks_written", ""), self.instance.goal)
        if not self.instance.pk and 1 <= (data.get("month") or 0) <= 12 and (data.get("year") or 0) >= 2000:
            zone = Newsroom.load().zone
            self.instance.zone, self.instance.currency = zone.key, self.currency
            self.instance.starts_at, self.instance.ends_at = month_bounds(data["year"], data["month"], zone)
        return data

    def _ticks(self, written: str, goal: int) -> list[int]:
        """Return the ticks in minor units; complain on the field, for the row has none of that name."""
        try:
            ticks = sorted(parse_money(part, self.currency).amount for part in written.split(";") if part.strip())
        except BadAmount:
            self.add_error("ticks_written", _("Write amounts with semicolons between, such as 1000; 2500."))
            return []
        if ticks and not 0 <= ticks[0] <= ticks[-1] <= goal:
            self.add_error("ticks_written", _("Every tick lies between nothing and the goal."))
            return []
        return ticks


class ExpenseForm(forms.Form):
    """What was spent. Purposes of before are suggested, so that one is not written in two ways."""

    money = MoneyField(label=_("Amount"))
    spent_on = forms.DateField(
        label=_("Spent on"),
        help_text=_("The month it lies in gets the expense; where that is closed, the present one."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    account = forms.ChoiceField(
        label=_("Paid from"),
        choices=[(Account.BANK, _("bank")), (Account.CASH, _("cash"))],
        help_text=_("Where the money lay until then."),
    )
    purpose = forms.CharField(
        label=_("Purpose"),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "purposes", "autocomplete": "off"}),
        help_text=_("Such as satellite pictures. Readers see sums by purpose."),
    )
    words = forms.CharField(
        label=_("What for"), max_length=200, required=False, help_text=_("One sentence for readers.")
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("For the books, such as the bill’s number. Readers do not see it."),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["money"].currency = currency  # type: ignore[attr-defined]
        self.fields["money"].help_text = currency
        self.fields["spent_on"].initial = timezone.localdate

    def clean_purpose(self) -> str:
        """One blank between words, so that two spellings do not differ where nobody sees it."""
        return " ".join(self.cleaned_data["purpose"].split())

    def clean_spent_on(self) -> Any:
        """Refuse the future."""
        spent_on = self.cleaned_data["spent_on"]
        if spent_on > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        return spent_on


class OfflineGiftForm(forms.Form):
    """A gift that came by hand: cash, a cheque, a transfer."""

    money = MoneyField(label=_("Amount"))
    account = forms.ChoiceField(
        label=_("Came as"),
        choices=[(Account.CASH, _("cash")), (Account.BANK, _("bank transfer or cheque"))],
        help_text=_("Where the money lies now."),
    )
    received_at = forms.DateTimeField(
        label=_("Received"),
        help_text=_("In the newsroom’s time. The month it lies in gets the gift."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    name = forms.CharField(
        label=_("Name"), required=False, max_length=80, help_text=_("Of the giver, if they gave it.")
    )
    visibility = forms.ChoiceField(
        label=_("What readers may see"),
        choices=Visibility.choices,
        initial=Visibility.SECRET,
        help_text=_("On the page of supporters."),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=200, help_text=_("For the books; not shown."))

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["money"].currency = currency  # type: ignore[attr-defined]
        self.fields["money"].help_text = currency
        self.fields["received_at"].initial = timezone.now

    def clean_received_at(self) -> Any:
        """Refuse the future: the meter shows what has come."""
        received_at = self.cleaned_data["received_at"]
        if received_at > timezone.now():
            raise ValidationError(_("This moment is still to come."))
        return received_at


class GiftForm(forms.Form):
    """How much goes back, or that a promise ends, or both. The buttons say which: ``back``, ``end``, ``both``."""

    deed = forms.ChoiceField(choices=[(deed, deed) for deed in ("back", "end", "both")], widget=forms.HiddenInput)
    money = MoneyField(label=_("Amount"), required=False, help_text=_("All that is left, unless you write less."))
    sure = forms.BooleanField(
        label=_("I have looked at the amount and the giver"),
        help_text=_("Money that went back cannot be called back."),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, gift: Gift, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["money"].currency = gift.currency  # type: ignore[attr-defined]
        self.fields["money"].initial = left_of(gift).plain
        # A promise is ended without an amount; what was written there meanwhile does not matter.
        self.fields["money"].required = self.data.get("deed") != "end"
