"""What a form's script asks for, since the page that it stands in is everybody's: once somebody writes, and sends."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from dateline.delivery.proof import MOST, new_challenge
from dateline.people.origin import same_origin_only

from ..authors import Known, known_authors
from ..opened import FIELD, stamp
from ..rush import is_rush, is_stranger
from ..writer import writer_of


@require_safe
@cache_control(private=True, no_store=True)
def opened(request: HttpRequest) -> JsonResponse:
    """The moment, signed."""
    return JsonResponse({FIELD: stamp(timezone.now())})


@same_origin_only
@require_POST
@cache_control(private=True, no_store=True)
def check(request: HttpRequest) -> JsonResponse:
    """What this browser has to work out before its comment is taken; nothing unless it is a stranger's in a rush."""
    writer, now = writer_of(request), timezone.now()
    known = known_authors([writer], now).get(writer.key, Known())
    if not (is_stranger(writer, known) and is_rush(now)):
        return JsonResponse({})
    words = _("Many comments are arriving at once. Your browser works something out first; that takes some seconds.")
    return JsonResponse({"challenge": new_challenge("discussion", now), "most": MOST, "words": words})
