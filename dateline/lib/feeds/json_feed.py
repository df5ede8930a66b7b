"""JSON Feed, version 1.1."""

from __future__ import annotations

import json
from typing import Any

from .channel import Channel, Entry, Spot, stamp

CONTENT_TYPE = "application/feed+json; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def write(channel: Channel) -> bytes:
    """The channel as JSON."""
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.own_url,
        "language": channel.language,
        "authors": [{"name": channel.publisher, "url": channel.publisher_url}],
        "items": [_item(entry) for entry in channel.entries],
    }
    if channel.description:
        feed["description"] = channel.description
    if channel.icon:
        feed["icon"] = channel.icon
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict[str, Any]:
    """One entry; what it has not is left out."""
    item: dict[str, Any] = {
        "id": entry.key,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": entry.image,
        "date_published": stamp(entry.published),
        "date_modified": stamp(entry.updated),
        "authors": [{"name": name, **({"url": url} if url else {})} for name, url in entry.authors],
        "tags": list(entry.tags),
        "_places": [_place(spot) for spot in entry.spots],
    }
    return {name: value for name, value in item.items() if value}


def _place(spot: Spot) -> dict[str, Any]:
    """Where it happened, as GeoJSON; an extension, whose names begin with ``_`` (JSON Feed 1.1, Extensions)."""
    place: dict[str, Any] = {
        "name": spot.name,
        "geometry": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]},
        "radius_km": spot.radius_km,
    }
    return {name: value for name, value in place.items() if value}
