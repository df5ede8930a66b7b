"""JSON Feed, version 1.1."""

from __future__ import annotations

import json
from typing import Any

from dateline.people.moments import stamp

from ..addresses import absolute
from .channel import ChannelOf, Entry

CONTENT_TYPE = "application/feed+json; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def write(channel: ChannelOf) -> bytes:
    """The channel as JSON."""
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.own_url,
        "language": channel.newsroom.language,
        "authors": [{"name": channel.newsroom.name, "url": absolute("/")}],
        "items": [_item(entry) for entry in channel.entries],
    }
    if channel.newsroom.tagline:
        feed["description"] = channel.newsroom.tagline
    if channel.newsroom.logo:
        feed["icon"] = absolute(channel.newsroom.logo.url)
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict[str, Any]:
    """One report."""
    return {
        "id": entry.key,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": entry.image,
        "date_published": stamp(entry.published),
        "date_modified": stamp(entry.updated),
        "authors": [{"name": name, "url": url} for name, url in entry.authors],
        "tags": entry.tags,
    }
