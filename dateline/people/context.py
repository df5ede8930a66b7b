"""What every template may say about us."""

from __future__ import annotations

from django.http import HttpRequest

from .models import Newsroom


def newsroom(request: HttpRequest) -> dict[str, Newsroom]:
    """Give templates ``newsroom``; a template rendered outside the middleware (a mail, an error page) has it too."""
    return {"newsroom": getattr(request, "newsroom", None) or Newsroom.load(request)}
