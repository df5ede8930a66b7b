"""A thread as a feed: what was published last, the newest first, for whoever follows it with a program."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page

from dateline.lib.feeds import Channel, Entry
from dateline.people.models import Newsroom
from dateline.people.moments import local

from .models import Comment, Thread
from .said import Said, said_in

LENGTH = 50


def feed_of(page: Page, newsroom: Newsroom, *, itself: str) -> Channel:
    """Return the feed of the thread below ``page``; ``itself`` is its own path."""
    thread = Thread.objects.of_page(page).first()
    latest = Comment.objects.in_thread(thread).published().newest_first()[:LENGTH] if thread else Comment.objects.none()
    return Channel(
        title=_("Comments on “%(title)s”") % {"title": page.title},
        home_url=_whole(f"{page.url or '/'}#comments"),
        own_url=_whole(itself),
        language=newsroom.language,
        publisher=newsroom.name,
        publisher_url=_whole("/"),
        entries=tuple(entry_of(said) for said in said_in(latest)),
    )


def entry_of(said: Said) -> Entry:
    """One comment under its permalink; its words may be in any script, whatever the newsroom's is."""
    address = _whole(said.get_absolute_url)
    return Entry(
        key=address,
        url=f"{address}#{said.anchor}",
        title=_title(said),
        summary="",
        html=format_html('<div dir="auto">{}</div>', mark_safe(said.html)),  # made by our own markup, once, as written
        published=local(said.created_at),
        updated=local(said.edited_at or said.created_at),
        authors=((said.author_name, ""),),
    )


def _title(said: Said) -> str:
    if said.answers:
        return _("%(name)s answers %(other)s") % {"name": said.author_name, "other": said.answers}
    return _("%(name)s writes") % {"name": said.author_name}


def _whole(path: str) -> str:
    return urljoin(f"{settings.BASE_URL}/", path)
