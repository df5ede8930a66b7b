"""Whose page this is: the newsroom, its language and its time zone, on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from .models import Newsroom


class NewsroomMiddleware:
    """Put ``request.newsroom`` in place and show times in its zone. The editor keeps each person's own language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        newsroom = Newsroom.load(request)
        request.newsroom = newsroom  # type: ignore[attr-defined]
        with timezone.override(newsroom.zone), translation.override(newsroom.language):
            return self.get_response(request)
