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
from .models import Gift
from .models.gift import Visibility
from .models.ledger import Account


class MoneyField(forms.CharField):
    """An amount as one types it. Its form says in which currency, for a bare number is no money."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        self.currency = ""

    def clean(self, value: Any) -> Any:
        """Return Money; raise ValidationError for what is not more than nothing."""
        text = super().clean(value)
        try:
            money = parse_money(text, self.currency)
        except BadAmount as error:
            raise ValidationError(_("Write an amount, such as 10 or 10.50.")) from error
        if money.amount <= 0:
            raise ValidationError(_("Write more than nothing."))
        return money


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


class RefundForm(forms.Form):
    """How much goes back."""

    money = MoneyField(label=_("Amount"), help_text=_("All that is left, unless you write less."))
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, gift: Gift, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["money"].currency = gift.currency  # type: ignore[attr-defined]
        self.fields["money"].initial = left_of(gift).plain
