"""RSS 2.0 (RSS Advisory Board) with full text in content:encoded."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree import ElementTree as Tree

from .channel import Channel, Entry
from .document import document
from .georss import GEORSS, locate

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN = "http://purl.org/dc/elements/1.1/"
ATOM = "http://www.w3.org/2005/Atom"


def write(channel: Channel) -> bytes:
    """The channel as RSS."""
    for prefix, space in (("content", CONTENT), ("dc", DUBLIN), ("atom", ATOM), ("georss", GEORSS)):
        Tree.register_namespace(prefix, space)
    root = Tree.Element("rss", version="2.0")
    head = Tree.SubElement(root, "channel")
    _say(head, "title", channel.title)
    _say(head, "link", channel.home_url)
    _say(head, "description", channel.description or channel.title)
    _say(head, "language", channel.language)
    Tree.SubElement(head, f"{{{ATOM}}}link", rel="self", type="application/rss+xml", href=channel.own_url)
    if channel.updated:
        _say(head, "lastBuildDate", format_datetime(channel.updated))
    for entry in channel.entries:
        _item(head, entry)
    return document(root)


def _item(head: Tree.Element, entry: Entry) -> None:
    """One entry."""
    item = Tree.SubElement(head, "item")
    _say(item, "title", entry.title)
    _say(item, "link", entry.url)
    _say(item, "guid", entry.key, isPermaLink="true" if entry.key == entry.url else "false")
    _say(item, "pubDate", format_datetime(entry.published))
    _say(item, "description", entry.summary or entry.html)
    for name, _url in entry.authors:
        _say(item, f"{{{DUBLIN}}}creator", name)
    for tag in entry.tags:
        _say(item, "category", tag)
    _say(item, f"{{{CONTENT}}}encoded", entry.html)
    locate(item, entry.spots)


def _say(parent: Tree.Element, name: str, text: str, **attributes: str) -> None:
    """An element that holds text."""
    Tree.SubElement(parent, name, attributes).text = text
