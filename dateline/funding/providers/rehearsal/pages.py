"""What people see of the provider: the checkout, and the control panel where they choose what happens."""

from __future__ import annotations

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dateline.funding.models.gift import Standing
from dateline.funding.providers.hosted import words
from dateline.funding.providers.hosted.amounts import from_stripe

from . import faults
from .things import Row
from .till import Refused, Till

OUTCOMES = frozenset({"paid", "pending", "declined", "expired", "challenge"})
SHOWN = 20
STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; }
button { font: inherit; padding: .5rem .9rem; margin: .15rem .3rem .15rem 0; }
.says { border: 2px solid; padding: .5rem .8rem; }
fieldset { border: 1px solid; margin: 1rem 0; padding: .8rem; }
label { display: block; padding: .3rem 0; }
article { border-top: 1px solid; padding: .8rem 0; overflow-wrap: anywhere; }
"""
FAULTS = {
    "twice": _("Send each notice twice"),
    "reordered": _("Send notices in any order"),
    "dropped": _("Send no notice"),
    "forged": _("Sign notices with a wrong secret"),
    "live": _("Say that real money moved"),
    "down": _("Do not answer"),
}
NUMBERS = {
    "delay": _("Send notices later, by seconds"),
    "skew": _("Let the clock be ahead, by seconds"),
}
Deed = Callable[[Till, str], list[Row]]
DEEDS: dict[str, Deed] = {
    "arrive": lambda till, name: till.arrive(name),
    "bounce": lambda till, name: till.arrive(name, refused=True),
    "refund": lambda till, name: till.refund(name, _left(till, name))[1],
    "half": lambda till, name: till.refund(name, max(_left(till, name) // 2, 1))[1],
    "fail_refund": lambda till, name: till.fail_refund(name),
    "dispute": lambda till, name: till.dispute(name),
    "win": lambda till, name: till.close_dispute(name, won=True),
    "lose": lambda till, name: till.close_dispute(name, won=False),
    "renew": lambda till, name: till.renew(name),
    "fail": lambda till, name: till.fail(name),
    "end": lambda till, name: till.end(name)[1],
    "pay_out": lambda till, name: till.pay_out(),
}


def checkout(till: Till, name: str, *, is_declined: bool = False) -> str | None:
    """The page where somebody pays, or pretends to; None where there is no such checkout."""
    try:
        session = till.session(name)
    except Refused:
        return None
    return render_to_string("funding/_checkout.html", _shown(session) | {"is_declined": is_declined})


def challenge(till: Till, name: str) -> str:
    """The bank's question between: 3-D Secure."""
    return render_to_string("funding/_challenge.html", _shown(till.session(name)))


def panel(till: Till) -> str:
    """The control panel: what was paid, and what may happen to it."""
    chosen = faults.kept(till.things)
    return render_to_string(
        "funding/_panel.html",
        {
            "payments": [_payment(charge) for charge in till.things.newest("charge", limit=SHOWN)[0]],
            "sent": [_sent(each) for each in till.things.newest("session", limit=SHOWN)[0] if _is_sent(each)],
            "promises": [_promise(each) for each in till.things.newest("subscription", limit=SHOWN)[0]],
            "faults": [(name, words, getattr(chosen, name)) for name, words in FAULTS.items()],
            "numbers": [(name, words, getattr(chosen, name)) for name, words in NUMBERS.items()],
        },
    )


def press(till: Till, said: Row) -> list[Row]:
    """Do what a button says and return the events of it; nothing where it cannot be done."""
    if said.get("deed") == "faults":
        faults.keep(till.things, faults.Faults.of(said))
        return []
    deed = DEEDS.get(str(said.get("deed", "")))
    try:
        return deed(till, str(said.get("of", ""))) if deed else []
    except Refused:
        return []


def _left(till: Till, name: str) -> int:
    charge = till.charge_of(name)
    return int(charge["amount"] - charge["amount_refunded"])


def _shown(session: Row) -> Row:
    product = session["line_items"][0]["price_data"]["product_data"]
    money = from_stripe(session["amount_total"], session["currency"])
    return {
        "session": session,
        "money": money.text(),
        "newsroom": product["name"],
        "purpose": product.get("description", ""),
        "is_monthly": session["mode"] == "subscription",
    }


def _is_sent(session: Row) -> bool:
    return bool(session["status"] == "complete" and session["payment_intent"] and session["payment_status"] == "unpaid")


def _sent(session: Row) -> Row:
    money = from_stripe(session["amount_total"], session["currency"])
    return {"name": session["id"], "money": money.text()}


def _payment(charge: Row) -> Row:
    return {
        "name": charge["payment_intent"],
        "money": from_stripe(charge["amount"], charge["currency"]).text(),
        "back": from_stripe(charge["amount_refunded"], charge["currency"]).text() if charge["amount_refunded"] else "",
        "is_disputed": charge["disputed"],
    }


def _promise(subscription: Row) -> Row:
    price = subscription["items"]["data"][0]["price"]
    return {
        "name": subscription["id"],
        "money": from_stripe(price["unit_amount"], price["currency"]).text(),
        "state": Standing(words.promise(subscription).state).label,
    }
