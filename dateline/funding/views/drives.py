"""This month's meter in three shapes, the months behind us, and who paid for them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from dateline.funding.actions import drive_at
from dateline.funding.meter import Meter, meter_of
from dateline.funding.mode import current_mode
from dateline.funding.models import Closing, Drive, Gift, Leg
from dateline.funding.plot import plot_of
from dateline.lib.money import Money

MOST_NAMES = 200
AT_ONCE = 40  # of them; the others are unfolded


@require_safe
def drives(request: HttpRequest) -> HttpResponse:
    """List the months, newest first."""
    now = timezone.now()
    drive_at(now=now)
    months = [meter_of(drive, now) for drive in Drive.objects.begun(now)[:60]]
    return render(request, "funding/drives.html", {"meters": months})


@require_safe
def drive(request: HttpRequest, year: str, month: str) -> HttpResponse:
    """Show one month: its bar, its days, and what it stood at when it closed."""
    now = timezone.now()
    found = get_object_or_404(Drive.objects.begun(now), year=int(year), month=int(month))
    meter = meter_of(found, now)
    closing = Closing.objects.of(found, current_mode())
    later = closing is not None and closing.total != meter.raised.amount
    return render(
        request,
        "funding/drive.html",
        {
            "meter": meter,
            "drive": found,
            "at_close": Money(closing.total, found.currency) if closing else None,
            "changed_later": later,
            "plot": plot_of(found, Leg.objects.by_moment(found, current_mode()), now),
        },
    )


@require_safe
def supporters(request: HttpRequest) -> HttpResponse:
    """Name those who let us name them."""
    gifts = list(Gift.objects.in_mode(current_mode()).to_be_named()[:MOST_NAMES])
    return render(request, "funding/supporters.html", {"latest": gifts[:AT_ONCE], "before": gifts[AT_ONCE:]})


@require_safe
def meter_svg(request: HttpRequest) -> HttpResponse:
    """The meter as a picture for other people's pages."""
    found = render(request, "funding/_meter.svg", {"meter": _running()}, content_type="image/svg+xml")
    found.headers["Cache-Control"] = "public, max-age=60"
    return found


@require_safe
def meter_json(request: HttpRequest) -> HttpResponse:
    """The meter as figures. Amounts are minor units of ``currency``."""
    meter = _running()
    language = get_language() or "en"
    said = {
        "month": meter.drive.key,
        "label": meter.drive.label,
        "currency": meter.goal.currency,
        "raised": meter.raised.amount,
        "goal": meter.goal.amount,
        "pace": meter.pace.amount,
        "ticks": [tick.money.amount for tick in meter.ticks],
        "text": f"{meter.raised.text(language)} / {meter.goal.text(language)}",
        "ends_at": meter.drive.ends_at.isoformat(),
        "rehearsal": meter.is_rehearsal,
    }
    return JsonResponse(said, headers={"Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*"})


def _running() -> Meter:
    """Return this month's meter. Raises Http404 before the first drive."""
    now = timezone.now()
    drive = drive_at(now=now)
    if drive is None:
        raise Http404
    return meter_of(drive, now)
