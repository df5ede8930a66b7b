"""Rendering public pages without a reader: which of them are kept ready, what they hang on, and their parts.

``delivery`` finds this module by its name in the settings (``DELIVERY_RENDERER``) and asks it for what it cannot know.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from csp.utils import build_policy
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpRequest, HttpResponseBase
from django.http.response import HttpResponse
from django.utils import timezone, translation
from wagtail.models import Page

from dateline.atlas.views import DRAWING_POLICY
from dateline.discussion.actions import WRITING
from dateline.discussion.models.thread import tag_of
from dateline.people.models import Newsroom
from dateline.reports.models import FrontPage, ReportPage, SectionPage

from . import parts

FRAME = frozenset({"frame", "membership", "drive"})  # masthead, footer and what is asked for: on every page of ours
LISTS = FRAME | {"reports"}
FEEDS = LISTS | {"claims"}  # they say where things happened
BOOKS = FRAME | {"money", "supporters"}
FILES = frozenset({"frame"})
COUNTS = FRAME | {"transparency"}
FRAMED = FILES | {"embedding"}  # who may frame it stands in the page
RENEW, KEEP = "dateline.renew", "dateline.keep"  # words to delivery's middleware, in the environ of our own requests

# Every view whose answer is the same for everybody, and what it hangs on. A view that is not here is never kept.
KEPT: dict[str, frozenset[str]] = {
    "wagtail_serve": FRAME,
    "reports:authors": LISTS,
    "reports:author": LISTS,
    "reports:tag": LISTS,
    "reports:archive": LISTS,
    "reports:month": LISTS,
    "reports:corrections": LISTS,
    "reports:picture": LISTS,
    "reports:feed": FEEDS,
    "reports:section_feed": FEEDS,
    "reports:author_feed": FEEDS,
    "reports:situation_map": LISTS,
    "reports:situation_embed": LISTS | {"embedding"},
    "reports:sitemap": LISTS,
    "reports:news_sitemap": LISTS,
    "discussion:thread": FRAME,
    "discussion:thread_feed": FRAME,
    "moderation:transparency": COUNTS,
    "moderation:transparency_month": COUNTS,
    "discussion:embedded": FRAMED,
    "discussion:embed_script": FILES,
    "atlas:map": LISTS,
    "atlas:drawing": LISTS,
    "funding:drives": BOOKS,
    "funding:books": BOOKS,
    "funding:books_csv": BOOKS,
    "funding:drive": BOOKS,
    "funding:supporters": BOOKS,
    "front:theme": FILES,
    "front:robots": FILES,
    "front:manifest": FILES,
    "front:icon": FILES,
    "front:share": LISTS,
}
OF_A_THREAD = {"discussion:thread", "discussion:thread_feed"}
BY_THE_HOUR = {"reports:news_sitemap", "reports:sitemap"}  # what is news is so for two days


class Rendered(NamedTuple):
    """An answer of the application to nobody in particular."""

    status: int
    headers: dict[str, str]
    content: bytes


@cache
def handler() -> WSGIHandler:
    """The whole application, middleware included."""
    return WSGIHandler()


def request_for(address: str, **words: object) -> WSGIRequest:
    """Return a GET of ``address`` (a path, and a query behind it) at our public host, by nobody."""
    path, _mark, query = address.partition("?")
    base = urlsplit(settings.BASE_URL)
    environ: dict[str, object] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": base.netloc,
        "wsgi.url_scheme": base.scheme,
        **words,
    }
    if base.scheme == "https":
        environ["HTTP_X_FORWARDED_PROTO"] = "https"
    setup_testing_defaults(environ)
    return WSGIRequest(environ)


def render(address: str) -> Rendered:
    """Return what a reader gets at ``address``, made now from the rows as they are; nothing is kept."""
    return _answer(request_for(address, **{KEEP: False}))


def renew(address: str) -> Rendered:
    """Make the page at ``address`` anew and keep it; one that is no more is forgotten."""
    return _answer(request_for(address, **{RENEW: True}))


def _answer(request: WSGIRequest) -> Rendered:
    response = handler().get_response(request)
    if isinstance(response, HttpResponse):
        # Not closed: that would tell Django that a request is over, and it would close the database behind us.
        return Rendered(response.status_code, dict(response.items()), response.content)
    with closing(response):
        return Rendered(response.status_code, dict(response.items()), b"".join(response))


def render_parts(names: Iterable[str]) -> dict[str, bytes]:
    """Return parts as they stand on every page that shows them; those that are no more are left out."""
    newsroom = Newsroom.load()
    with timezone.override(newsroom.zone), translation.override(newsroom.language):
        return {name: text.encode() for name, text in parts.render_parts(names, newsroom)}


def tags_of_part(name: str) -> frozenset[str]:
    """Return what a part hangs on."""
    return parts.tags_of_part(name)


def is_kept(view_name: str) -> bool:
    """Return whether the answers of a view may be kept for everybody."""
    return view_name in KEPT


def tags_of(request: HttpRequest, response: HttpResponseBase) -> frozenset[str] | None:
    """Return what an answer hangs on; None where it is not for everybody after all."""
    match = request.resolver_match
    tags = KEPT.get(match.view_name) if match else None
    if match is None or tags is None or response.status_code != HttpResponse.status_code or response.cookies:
        return None
    if match.view_name == "wagtail_serve":
        page = (getattr(response, "context_data", None) or {}).get("page")
        return tags | _tags_of_page(page) if isinstance(page, Page) and _is_open(page) else None
    if match.view_name in OF_A_THREAD:
        key = match.kwargs["page_id"]
        return tags | {f"thread:{key}", f"page:{key}", WRITING}
    if match.view_name == "discussion:embedded":
        return tags | {tag_of(None, match.kwargs["thread_id"]), WRITING}
    return tags


def _is_open(page: Page) -> bool:
    """Whether everybody may read a page."""
    return page.live and not page.get_view_restrictions().exists()


def _tags_of_page(page: Page) -> frozenset[str]:
    if isinstance(page, FrontPage | SectionPage):
        return LISTS
    if isinstance(page, ReportPage) and page.is_live and not page.coverage_end:
        return frozenset({f"page:{page.pk}", "reports"})
    return frozenset({f"page:{page.pk}"})


def policies() -> dict[str, str]:
    """Return the Content-Security-Policy of kept files by how their names end."""
    ours = sorted(build_policy().split("; "))  # in one order, so that who compares two of them sees no change
    return {".html": "; ".join(ours), ".svg": DRAWING_POLICY}


def lasts(view_name: str) -> timedelta:
    """Return for how long a page of a view is right though nothing changes: days are named, and a pace is drawn."""
    if view_name in BY_THE_HOUR:
        return timedelta(hours=1)
    now = timezone.localtime(timezone.now(), Newsroom.load().zone)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - now + timedelta(seconds=1)


def first_addresses() -> list[str]:
    """Return the pages that readers ask for first, to have them ready before anybody does."""
    sections = [section.url for section in SectionPage.objects.in_masthead()]
    newest = [report.url for report in ReportPage.objects.published().newest()[:20]]
    return [address for address in ("/", *newest, *sections, "/feed.rss") if address]
