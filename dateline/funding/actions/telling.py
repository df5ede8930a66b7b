"""What the giver of a monthly gift is written: a payment failed, it was changed, it ended, it goes on for a year."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop as _

from dateline.funding.models import Recurring
from dateline.funding.models.gift import Standing

from .letters import post_letter

BY_GIVER = _("The giver ended it.")
BY_NEWSROOM = _("The newsroom ended it.")
DISPUTED = _("A payment was disputed.")
AFTER_FAILURES = _("Its payments failed.")
MOVED = _("It goes on in another way.")
AT_THE_PROVIDER = _("It ended at the provider.")
HOW = {BY_GIVER: "giver", BY_NEWSROOM: "newsroom", DISPUTED: "disputed", AFTER_FAILURES: "failures", MOVED: "moved"}


def tell(*, recurring: Recurring, purpose: str, key: str, now: datetime, **told: Any) -> None:
    """Write to whoever promised; ``key`` names the deed."""
    found = {"promise": recurring, **told}
    to, mode = recurring.intent.supporter, recurring.mode
    post_letter(purpose=purpose, key=key, to=to, mode=mode, told=found, now=now)


def tell_standing(*, recurring: Recurring, now: datetime) -> None:
    """Write that a payment failed, once for each month of it, or that the gift has ended, once."""
    if recurring.standing == Standing.LATE:
        period = f"{recurring.next_at:%Y%m%d}" if recurring.next_at else ""
        tell(recurring=recurring, purpose="gift_failed", key=f"{recurring.pk}-{period}", now=now)
    if recurring.standing == Standing.ENDED:
        how = HOW.get(recurring.stop_reason, "provider")
        tell(recurring=recurring, purpose="gift_ended", key=str(recurring.pk), now=now, how=how)
