"""Are we well? Asked every few seconds by whatever restarts us."""

from __future__ import annotations

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, 503 when it does not. No detail: strangers read this too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("Well.\n", content_type="text/plain; charset=utf-8")
