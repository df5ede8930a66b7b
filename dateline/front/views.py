"""The small files that a browser or a crawler asks every site for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from dateline.people.models import Newsroom

from .theme import theme_sheet, words_on

CLOSED = ["/newsroom/", "/account/", "/moderation/", "/appeals/", "/search/", "/pay/", "/me.json"]


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """The accents. The address carries their hash, so they may be kept for a year; without it, for five minutes."""
    response = HttpResponse(theme_sheet(Newsroom.load(request)), content_type="text/css; charset=utf-8")
    age = "max-age=31536000, immutable" if "v" in request.GET else "max-age=300"
    response["Cache-Control"] = f"public, {age}"
    return response


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read all that readers may; desks and forms are no reading matter."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines += [f"Sitemap: {settings.BASE_URL}/{name}.xml" for name in ("sitemap", "news-sitemap")]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    """Name and colours for those who put the paper on their home screen."""
    newsroom = Newsroom.load(request)
    body = {
        "name": newsroom.name,
        "short_name": newsroom.name[:24],
        "lang": newsroom.language,
        "dir": newsroom.direction,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fffdf8",
        "theme_color": newsroom.accent,
        "icons": [{"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(body, content_type="application/manifest+json")


@require_safe
@cache_control(public=True, max_age=3600)
def icon(request: HttpRequest) -> HttpResponse:
    """The newsroom's initial on its accent."""
    newsroom = Newsroom.load(request)
    letter = next((letter for letter in newsroom.name.removeprefix("The ") if letter.isalnum()), "D").upper()
    svg = render_to_string(
        "front/_icon.svg", {"letter": letter, "ground": newsroom.accent, "ink": words_on(newsroom.accent)}
    )
    return HttpResponse(svg.strip(), content_type="image/svg+xml")
