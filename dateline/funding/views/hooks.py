"""Where providers tell us things: checked, stored, answered, then done."""

from __future__ import annotations

import logging

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dateline.funding.actions import process_event, record_event
from dateline.funding.mode import Mode, current_mode
from dateline.funding.providers import BadNotice, ProviderDown, provider_named

log = logging.getLogger(__name__)
MOST_BYTES = 256 * 1024
KEPT_HEADERS = ("Content-Type", "User-Agent")


@csrf_exempt
@require_POST
def hook(request: HttpRequest, provider: str) -> HttpResponse:
    """Answer 200 once the notice is stored, whatever becomes of it; 400 for what no provider of ours has signed.

    Where the provider itself has to be asked who signed it and does not answer, 503: it will send the notice again.
    """
    sender = provider_named(provider)
    if sender is None:
        raise Http404
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return HttpResponse("Too long.", status=413, content_type="text/plain")
    now = timezone.now()
    try:
        body = request.body
        notice = sender.read_notice(body, request.headers, now)
    except (BadNotice, RequestDataTooBig) as error:
        log.warning("Refused a notice for %s: %s", provider, error)
        return HttpResponse("This notice is not signed by us, or not lately.", status=400, content_type="text/plain")
    except ProviderDown as error:
        log.warning("A notice for %s could not be checked: %s", provider, error)
        return HttpResponse("This cannot be checked now. Send it again.", status=503, content_type="text/plain")
    if (Mode.LIVE if notice.live else Mode.TEST) != current_mode():
        return HttpResponse("The mode of this notice is not ours.", status=400, content_type="text/plain")
    kept = {name: request.headers[name] for name in KEPT_HEADERS if name in request.headers}
    event = record_event(provider=sender, notice=notice, body=body, headers=kept, now=now)
    process_event(event=event, now=now)
    return HttpResponse("Stored.", content_type="text/plain")
