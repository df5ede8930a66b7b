"""Atom (RFC 4287). ``updated`` moves with stated changes only, so that readers are not shown old news as new."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

from .channel import Channel, Entry, stamp
from .document import document
from .georss import GEORSS, locate

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
ATOM = "http://www.w3.org/2005/Atom"
NO_NEWS_YET = datetime(1970, 1, 1, tzinfo=UTC)  # a feed must have a date; one without entries has never changed
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write(channel: Channel) -> bytes:
    """The channel as Atom."""
    Tree.register_namespace("georss", GEORSS)
    root = Tree.Element("feed", {"xmlns": ATOM, LANGUAGE: channel.language})
    _say(root, "id", channel.own_url)
    _say(root, "title", channel.title)
    _say(root, "updated", stamp(channel.updated or NO_NEWS_YET))
    Tree.SubElement(root, "link", rel="self", type="application/atom+xml", href=channel.own_url)
    Tree.SubElement(root, "link", rel="alternate", type="text/html", href=channel.home_url)
    _person(root, channel.publisher, channel.publisher_url)
    for entry in channel.entries:
        _entry(root, entry)
    return document(root)


def _entry(root: Tree.Element, entry: Entry) -> None:
    """One entry."""
    item = Tree.SubElement(root, "entry")
    _say(item, "id", entry.key)
    _say(item, "title", entry.title)
    Tree.SubElement(item, "link", rel="alternate", type="text/html", href=entry.url)
    _say(item, "published", stamp(entry.published))
    _say(item, "updated", stamp(entry.updated))
    for name, url in entry.authors:
        _person(item, name, url)
    for tag in entry.tags:
        Tree.SubElement(item, "category", term=tag)
    if entry.summary:
        _say(item, "summary", entry.summary)
    _say(item, "content", entry.html, type="html")
    locate(item, entry.spots)


def _person(parent: Tree.Element, name: str, url: str) -> None:
    """Who wrote it."""
    person = Tree.SubElement(parent, "author")
    _say(person, "name", name)
    if url:
        _say(person, "uri", url)


def _say(parent: Tree.Element, name: str, text: str, **attributes: str) -> None:
    """An element that holds text."""
    Tree.SubElement(parent, name, attributes).text = text
