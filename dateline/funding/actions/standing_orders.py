"""Standing orders: monthly gifts that a giver's own bank sends. They begin, change and end there; we see what comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_noop as _

from dateline.funding.mode import current_mode
from dateline.funding.models import Gift, GiftIntent, Recurring
from dateline.funding.models.gift import BANK, Standing
from dateline.lib.money import Money

from .telling import tell_standing

SILENT = timedelta(days=70)  # two months and some days at a bank: then it is not counted on any more
CAME_NO_MORE = _("No month of it has come lately.")


def order_of(*, intent: GiftIntent, money: Money, at: datetime) -> Recurring | None:
    """Return the standing order by which ``money`` came ``at`` a moment, made with its first month; None for once.

    The latest month says how much it is, and that it runs, whatever we thought of it before.
    """
    if not intent.is_monthly:
        return None
    runs = {
        "amount": money.amount,
        "currency": money.currency,
        "standing": Standing.ACTIVE,
        "stopped_at": None,
        "stop_reason": "",
    }
    order, is_new = Recurring.objects.get_or_create(
        provider=BANK,
        mode=intent.mode,
        subscription_id=intent.reference,
        defaults={"intent": intent, "started_at": at, **runs},
    )
    if not is_new and not order.gifts.received_since(at).exists():
        Recurring.objects.filter(pk=order.pk).update(**runs)
    return order


def leave_order(*, gift: Gift) -> None:
    """Take a gift that was booked by mistake out of its standing order; one without any month was none."""
    order = gift.recurring
    if order is None:
        return
    Gift.objects.filter(pk=gift.pk).update(recurring=None)
    Recurring.objects.without_months(order.pk).delete()


def end_order(*, recurring: Recurring, now: datetime, why: str) -> None:
    """Count on it no more, and tell its giver that only they can end it, at their bank."""
    Recurring.objects.filter(pk=recurring.pk).update(standing=Standing.ENDED, stopped_at=now, stop_reason=why)
    recurring.refresh_from_db()
    tell_standing(recurring=recurring, now=now)


def end_silent_orders(*, now: datetime) -> int:
    """Count no more on those of which nothing has come for long; return how many. Nobody is written to: they know."""
    silent = Recurring.objects.silent(BANK, current_mode(), since=now - SILENT)
    return silent.update(standing=Standing.ENDED, stopped_at=now, stop_reason=CAME_NO_MORE)
