"""What would let a rehearsal near real money, or lose the word of a payment, said at start."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .mode import Mode, current_mode
from .providers.paypal import LIVE, SANDBOX, address, fits
from .providers.stripe import mode_of_key


@register()
def rehearsal_stays_out_of_production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """dateline.E030: the rehearsal provider is served where money is real."""
    if settings.PRODUCTION and any(".rehearsal." in name for name in settings.SERVE_COMPANIONS):
        return [
            Error(
                "The rehearsal provider may not run in production.",
                hint="Take it out of SERVE_COMPANIONS, or set DATELINE_MODE to rehearsal.",
                id="dateline.E030",
            )
        ]
    return []


@register()
def stripe_fits(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """dateline.E031: the key's money is not this installation's. dateline.E032: nobody could trust a webhook."""
    found: list[CheckMessage] = []
    if not settings.STRIPE_KEY:
        return found
    if mode_of_key(settings.STRIPE_KEY) != current_mode():
        kind = "sk_live_ or rk_live_" if settings.PRODUCTION else "sk_test_ or rk_test_"
        hint = f"In this mode the key begins with {kind}. No gift can be taken until it does."
        found.append(
            Error("DATELINE_STRIPE_KEY is of the other mode, or no secret key.", hint=hint, id="dateline.E031")
        )
    if not settings.STRIPE_HOOK_SECRET:
        hint = "Make a webhook endpoint at Stripe for /pay/hooks/stripe/ and set its signing secret."
        found.append(Error("DATELINE_STRIPE_HOOK_SECRET is not set.", hint=hint, id="dateline.E032"))
    return found


@register()
def paypal_fits(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """dateline.E033: PayPal is half configured. dateline.E034: its money is not this installation's."""
    given = {
        "DATELINE_PAYPAL_CLIENT": settings.PAYPAL_CLIENT,
        "DATELINE_PAYPAL_SECRET": settings.PAYPAL_SECRET,
        "DATELINE_PAYPAL_WEBHOOK": settings.PAYPAL_WEBHOOK,
    }
    found: list[CheckMessage] = []
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(given):
        return found
    if missing:
        hint = "PayPal needs all three: client id and secret of an app, and the id of the webhook made for it."
        found.append(Error(f"{', '.join(missing)}: not set.", hint=hint, id="dateline.E033"))
    if not fits(address()):
        hint = f"Leave DATELINE_PAYPAL_ADDRESS out, or set it to {LIVE if current_mode() == Mode.LIVE else SANDBOX}."
        found.append(Error("PayPal's address is of the other mode, or not https.", hint=hint, id="dateline.E034"))
    return found
