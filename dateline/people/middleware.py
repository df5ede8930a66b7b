"""Whose page this is: the newsroom, its language and its time zone, on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from .models import Newsroom


class NewsroomMiddleware:
    """Put ``request.newsroom`` in place, speak its language and show times in its zone.

    The editor goes by each person's own language, which Wagtail sets for what it renders; so the header is left to it.
    Pages that lie ready go out without one: which language they are in stands in them (``lang``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        newsroom = Newsroom.load(request)
        request.newsroom = newsroom  # type: ignore[attr-defined]
        with timezone.override(newsroom.zone), translation.override(newsroom.language):
            response = self.get_response(request)
        if not request.path.startswith(reverse("wagtailadmin_home")):
            response.headers.setdefault("Content-Language", newsroom.language)
        return response
