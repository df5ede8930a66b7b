"""Maps over HTTP: the full-size page and the drawings themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import DrawnMap


@require_safe
def map_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One map, as large as the window."""
    return render(request, "atlas/map.html", {"map": get_object_or_404(DrawnMap, slug=slug)})
