"""Uploaded files as bytes: what changes nothing, opens nothing and runs nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from ..files import answer


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send an uploaded file, or the part of it that was asked for."""
    return answer(request, name)
