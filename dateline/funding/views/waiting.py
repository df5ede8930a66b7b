"""The answer to a giver who has to wait. A flood is answered by it too, so it is light: what was sent, one sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dateline.funding.kept import kept_gift
from dateline.funding.ways import TRANSFER, Way


@dataclass(frozen=True)
class Wait:
    """Why a gift is not begun now, and after how many seconds it is worth another try."""

    status: int
    seconds: int
    words: str | Promise


TOO_OFTEN = Wait(429, 60, _("Too many tries from your address. Nothing was paid. Wait a minute."))
TOO_MANY = Wait(429, 60, _("More gifts than we can take at once. Nothing was paid. Wait a minute."))
RUSHED = Wait(
    429,
    60,
    _(
        "Very many gifts are begun at this moment. Nothing was paid, and what you wrote is kept: send it again in a"
        " minute, with JavaScript switched on, or choose bank transfer where it is offered."
    ),
)
RESTS = Wait(
    503,
    600,
    _(
        "Too much is tried at once with cards that are not their owners’. Nothing was paid, and what you wrote is"
        " kept; try again in ten minutes."
    ),
)


def wait_page(request: HttpRequest, wait: Wait, *, instead: Collection[Way] = ()) -> HttpResponse:
    """Hand back what was sent, to be sent again later or at once as a transfer, where that is among ``instead``.

    Asks the database nothing: neither for a menu nor for a meter.
    """
    found = kept_gift(request.POST, {}) | {"wait": wait, "offers_transfer": TRANSFER in instead}
    response = render(request, "funding/wait.html", found, status=wait.status)
    response.headers["Retry-After"] = str(wait.seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
