"""What nobody needs any more goes by itself, and what is needed stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from dateline.funding.actions import Wish, begin_gift, complaints, forget_daily, fulfil
from dateline.funding.mode import current_mode
from dateline.funding.models import BankFile, BankLine, Drive, Gift, GiftIntent, InboundEvent, Supporter
from dateline.funding.models.statement import Fate
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.ways import TRANSFER, Way
from dateline.people.models import Newsroom

from .conftest import dollars

CARD = Way("rehearsal", "Card")


def wish(way: Way, email: str, now: datetime) -> GiftIntent:
    told = Wish(
        money=dollars(10), name="Dee", message="For the boat.", dedication="Ada", email=email, visibility="name"
    )  # type: ignore[arg-type]
    return begin_gift(wish=told, provider=way, language="en", now=now)


@pytest.mark.parametrize(("way", "days"), [(CARD, 30), (TRANSFER, 400)])
def test_who_did_not_give_is_forgotten(newsroom: Newsroom, now: datetime, way: Way, days: int) -> None:
    intent = wish(way, "dee@example.org", now)
    forget_daily(now=now + timedelta(days=days - 1))
    intent.refresh_from_db()
    assert (intent.name, Supporter.objects.count()) == ("Dee", 1)
    forget_daily(now=now + timedelta(days=days + 1))
    intent.refresh_from_db()
    assert (intent.name, intent.message, intent.dedication, intent.supporter) == ("", "", "", None)
    assert not Supporter.objects.exists()


def test_who_gave_once_stays_and_so_do_the_books(
    drive: Drive, dee_gave: Callable[..., GiftIntent], now: datetime
) -> None:
    fulfil(intent=dee_gave(email="dee@example.org", name="Dee", visibility="name"), provider=Rehearsal(), now=now)
    wish(CARD, "dee@example.org", now)
    forget_daily(now=now + timedelta(days=500))
    assert (Gift.objects.get().name, Supporter.objects.get().email) == ("Dee", "dee@example.org")
    assert complaints(now=now + timedelta(days=500)) == []


def line(fate: Fate, now: datetime) -> BankLine:
    file = BankFile.objects.create(mode=current_mode(), name="m.xml", account="DE1", currency="EUR", brought_at=now)
    told = {"name": "Cass", "iban": "DE02120300000000202051", "remittance": "Rent", "amount": 900, "currency": "EUR"}
    days = {"booked_on": now.date(), "value_on": now.date(), "decided_at": now}
    return BankLine.objects.create(
        file=file, mode=current_mode(), account="DE1", key=f"b-{fate}", fate=fate, **told, **days
    )


def test_a_stranger_s_line_keeps_its_sum_and_not_its_name(newsroom: Newsroom, now: datetime) -> None:
    aside, waiting = line(Fate.ASIDE, now), line(Fate.WAITING, now)
    forget_daily(now=now + timedelta(days=89))
    aside.refresh_from_db()
    assert aside.name == "Cass"
    forget_daily(now=now + timedelta(days=91))
    aside.refresh_from_db()
    waiting.refresh_from_db()
    assert (aside.name, aside.iban, aside.remittance, aside.amount) == ("", "", "", 900)
    assert waiting.name == "Cass"


def test_what_a_notice_said_goes_and_that_it_came_stays(newsroom: Newsroom, now: datetime) -> None:
    told = {"provider": "rehearsal", "mode": current_mode(), "kind": "x", "signature_ok": True, "received_at": now}
    done = InboundEvent.objects.create(event_id="1", body=b"{}", processed_at=now, **told)
    stuck = InboundEvent.objects.create(event_id="2", body=b"{}", **told)
    forget_daily(now=now + timedelta(days=91))
    done.refresh_from_db()
    stuck.refresh_from_db()
    assert (bytes(done.body), bytes(stuck.body)) == (b"", b"{}")
