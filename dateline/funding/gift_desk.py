"""The list of gifts as the treasurer sees it: what is looked for, what is shown, what is taken away as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import django_filters
from django.forms import RadioSelect
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import Button, ListingButton
from wagtail.snippets.views.snippets import IndexView

from dateline.lib.money import Money
from dateline.people import moments

from .mode import Mode, current_mode
from .models import Drive, Gift
from .models.finding import searchable
from .models.gift import GiftQuerySet

ONCE, MONTHLY = "once", "monthly"


class GiftFilterSet(WagtailFilterSet):
    """What narrows the list. It begins with the installation's own mode: rehearsed money is asked for by name."""

    drive = django_filters.ModelChoiceFilter(queryset=Drive.objects.all(), label=_("Month"))
    provider = django_filters.AllValuesFilter(label=_("Provider"), widget=RadioSelect)
    repeated = django_filters.ChoiceFilter(
        label=_("How often"),
        choices=[(ONCE, _("once")), (MONTHLY, _("every month"))],
        method="by_repeating",
        widget=RadioSelect,
    )
    back = django_filters.ChoiceFilter(
        label=_("Gone back"),
        choices=[("nothing", _("nothing")), ("some", _("a part")), ("all", _("all of it"))],
        method="by_what_went_back",
        widget=RadioSelect,
    )
    mode = django_filters.ChoiceFilter(label=_("Mode"), choices=Mode.choices, widget=RadioSelect)

    class Meta:
        model = Gift
        fields = ["drive", "provider", "repeated", "back", "mode"]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        data = QueryDict(mutable=True) if data is None else data.copy()
        data.setdefault("mode", current_mode().value)
        super().__init__(data, *args, **kwargs)

    def by_repeating(self, gifts: GiftQuerySet, name: str, value: str) -> GiftQuerySet:
        """Months of promises, or the others."""
        return gifts.repeated(is_monthly=value == MONTHLY)

    def by_what_went_back(self, gifts: GiftQuerySet, name: str, value: str) -> GiftQuerySet:
        """By how much of each went back."""
        return gifts.gone_back(value)


def chosen_gifts(asked: QueryDict) -> GiftQuerySet:
    """Return the gifts that the list shows for the query ``asked``: filtered, searched, the latest first."""
    found: Any = GiftFilterSet(asked, queryset=Gift.objects.for_treasurer()).qs
    return found.matching(asked.get("q", ""))


def money_text(money: Money) -> str:
    """An amount as the editor's language writes it."""
    return money.text(get_language() or "en")


def who(gift: Gift) -> str:
    """By whom: the name that was given, or the mail address, or nothing."""
    return gift.name or (gift.supporter.email if gift.supporter and gift.supporter.email else "")


def left(gift: Gift) -> str:
    """What is left of it, where that is not all; or that it never was one."""
    if gift.is_undone:
        return str(_("booking undone"))
    return money_text(gift.what_is_left) if gift.went_back else ""


def how_often(gift: Gift) -> str:
    """Whether it is a month of a promise."""
    return str(_("every month") if gift.recurring_id else _("once"))


def receipt(gift: Gift) -> str:
    """Its receipt's number, where it has one."""
    found = getattr(gift, "receipt", None)
    return found.label if found else ""


def receipt_or_void(gift: Gift) -> str:
    """The same, and whether it still says anything."""
    return str(_("%(number)s, void") % {"number": receipt(gift)}) if gift.is_undone and receipt(gift) else receipt(gift)


COLUMNS = [
    Column("left", label=_("What is left"), accessor=left),
    Column(
        "received_at",
        label=_("When"),
        accessor=lambda gift: moments.short(gift.received_at, timezone.now()),
        sort_key="received_at",
    ),
    Column("who", label=_("Who"), accessor=who),
    Column("drive", label=_("Month"), accessor=lambda gift: gift.drive.label if gift.drive else ""),
    Column("repeated", label=_("How often"), accessor=how_often),
    Column("receipt", label=_("Receipt"), accessor=receipt_or_void),
]


class GiftIndexView(IndexView):
    """The list of gifts. Each leads to its own page, where it is given back; hiding who gave is one step away."""

    filterset_class = GiftFilterSet

    @cached_property
    def columns(self) -> list[Any]:
        """The amount, which leads to the gift's page, and the rest; no boxes to tick, for nothing is done to many."""
        title = self._get_title_column_class(TitleColumn)
        amount = title(
            "money", label=_("Amount"), accessor=lambda gift: money_text(gift.money), get_url=self.get_edit_url
        )
        return [amount, *COLUMNS]

    def get_base_queryset(self) -> Any:
        """All gifts, with what is left of them."""
        return Gift.objects.for_treasurer()

    @cached_property
    def search_query(self) -> str:
        """What was typed, whatever it was: Wagtail's own form would take a NUL for nothing at all."""
        return searchable(self.request.GET.get(self.search_kwarg, ""))

    def search_queryset(self, queryset: Any) -> Any:
        """By name, mail address, amount, receipt, payment, reference or dedication."""
        return queryset.matching(self.search_query)

    def get_edit_url(self, instance: Any) -> str:
        """The gift's own page."""
        return reverse("funding_gift", args=[instance.pk])

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Take away what is shown now."""
        asked = self.request.GET.urlencode()
        files = [(_("Download as CSV"), "funding_gifts_csv"), (_("Download as JSON"), "funding_gifts_json")]
        return [
            *super().header_more_buttons,
            *(Button(words, url=f"{reverse(name)}?{asked}", icon_name="download") for words, name in files),
        ]

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Nothing here is edited, copied or deleted."""
        return []

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """Offer it where readers see who gave, to those who may."""
        buttons = list(super().get_list_buttons(instance))
        if instance.is_named and self.request.user.has_perm("funding.refund_gift"):
            url = reverse("funding_unname", args=[instance.pk])
            buttons.append(ListingButton(_("Take off the supporters' page"), url=url))
        return buttons


def rows_of(gifts: GiftQuerySet, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    """Yield a row for each gift, read from the database as it is written.

    Times are ISO 8601 with the offset of ``zone``: when rows are written, the request's own zone is over.
    """
    for gift in gifts.iterator(chunk_size=500):
        remaining = gift.what_is_left
        yield {
            "number": gift.pk,
            "received_at": gift.received_at.astimezone(zone).isoformat(timespec="seconds"),
            "mode": gift.mode,
            "currency": gift.currency,
            "amount": gift.money.plain,
            "amount_minor": gift.amount,
            "left": remaining.plain,
            "left_minor": remaining.amount,
            "settled": Money(gift.settled, gift.settled_currency).plain,
            "settled_minor": gift.settled,
            "settled_currency": gift.settled_currency,
            "name": gift.name,
            "email": (gift.supporter.email or "") if gift.supporter else "",
            "visibility": gift.visibility,
            "dedication": gift.dedication,
            "month": gift.drive.key if gift.drive else "",
            "repeated": MONTHLY if gift.recurring_id else ONCE,
            "provider": gift.provider,
            "payment_id": gift.payment_id,
            "reference": gift.intent.reference if gift.intent else "",
            "receipt": receipt(gift),
            "undone": gift.is_undone,
        }


GIFT_COLUMNS = (
    "number", "received_at", "mode", "currency", "amount", "amount_minor", "left",
    "left_minor", "settled", "settled_minor", "settled_currency", "name", "email", "visibility",
    "dedication", "month", "repeated", "provider", "payment_id", "reference", "receipt", "undone",
)  # fmt: skip
