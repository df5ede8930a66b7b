"""What is kept of a reader here: shown, handed over as a file, erased on demand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import erase_own_data, own_data, own_sums
from ..device import forget
from ..hint import unhint
from ..writer import reader_of

private = cache_control(private=True, no_store=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@private
def data(request: HttpRequest) -> HttpResponse:
    """How much there is, the file, and the form that erases it."""
    reader = reader_of(request)
    if request.method != "POST":
        context = {"counts": own_sums(writer=reader), "is_known": bool(reader.key)}
        return render(request, "discussion/data.html", context)
    if request.POST.get("sure") != "yes":
        return see_other("discussion:data")
    erase_own_data(writer=reader, now=timezone.now())
    response = see_other("discussion:erased")
    forget(response)
    unhint(response)
    return response


@require_safe
@private
def file(request: HttpRequest) -> HttpResponse:
    """All of it as JSON."""
    response = JsonResponse(own_data(writer=reader_of(request)), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="my-comments.json"'
    return response


@require_safe
@private
def erased(request: HttpRequest) -> HttpResponse:
    """Say that it is done, and what stays."""
    return render(request, "discussion/erased.html")
