"""Single pages beside the tree: corrections, and a picture full size."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Correction, Picture
from ..models.section import PER_PAGE


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """All that we had to put right, newest first, under our policy."""
    rows = Paginator(Correction.objects.published().newest(), PER_PAGE).get_page(request.GET.get("page", "1"))
    return render(request, "reports/corrections.html", {"corrections": rows})


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture as large as the window, with its caption and credit; works without a script."""
    return render(request, "reports/picture.html", {"picture": get_object_or_404(Picture.objects.published(), pk=pk)})
