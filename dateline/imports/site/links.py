"""Links in what is sent to browsers: found, and changed without touching anything else.

Pages are ours, so they are well formed; what readers wrote in them was made from Markdown and cleaned, and never holds
a ``<`` that is not a tag's. So tags can be told from words by their shape.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

ATTRIBUTES = r"""(?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*/?"""
TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style|textarea|title)\b(?P<of_raw>{ATTRIBUTES})>.*?</(?P=raw)\s*>"
    rf"|<(?P<name>[a-zA-Z][\w:-]*)(?P<of_name>{ATTRIBUTES})>",
    re.S | re.I,
)
ATTRIBUTE = re.compile(r"""(?P<name>[^\s=>"'/]+)\s*=\s*(?:"(?P<value>[^"]*)"|'(?P<other>[^']*)'|(?P<bare>[^\s>"']+))""")
LEADING = {"href", "src", "poster", "xlink:href"}
LISTS = {"srcset", "imagesrcset"}
CANDIDATE = re.compile(r"(?P<url>[^\s,]\S*[^\s,]|[^\s,])(?P<size>\s+[\d.]+[wxh])?")
IN_CSS = re.compile(r"""(?P<before>url\(\s*["']?|@import\s+["'])(?P<url>[^"')\s]+)""")
IN_SCRIPT = re.compile(
    r"""(?P<before>(?:\bimport|\bexport)\s[^;'"]*?from\s*["']|\bimport\s*\(?\s*["'])(?P<url>\.[^"']+)"""
)
IN_SITEMAP = re.compile(r"(?P<before><loc>)(?P<url>[^<]+)")


class Link(NamedTuple):
    """A link as it stands. ``follow`` is no where ``nofollow`` says so; ``told`` is an address said, not gone to."""

    url: str
    follow: bool = True
    told: bool = False
    form: bool = False


Change = Callable[[Link], str | None]  # what the link becomes; None leaves it


def change_links(kind: str, text: str, change: Change) -> str:
    """Ask ``change`` about every link of a document of the media type ``kind``; return the document as it becomes."""
    if kind in ("text/html", "image/svg+xml"):
        return TAG.sub(lambda found: _in_tag(found, change), text)
    patterns = {"text/css": IN_CSS, "text/javascript": IN_SCRIPT, "application/javascript": IN_SCRIPT}
    patterns |= {"application/xml": IN_SITEMAP}
    pattern = patterns.get(kind)
    return pattern.sub(lambda found: _plain(found, change), text) if pattern else text


def _plain(found: re.Match[str], change: Change) -> str:
    new = change(Link(html.unescape(found["url"]), told="<loc>" in found["before"]))
    return found["before"] + (found["url"] if new is None else new)


def _in_tag(found: re.Match[str], change: Change) -> str:
    group = "of_raw" if found["raw"] else "of_name"
    attributes, name = found[group], (found["raw"] or found["name"] or "").lower()
    if not attributes:
        return found[0]
    values = {one["name"].lower(): _value(one) for one in ATTRIBUTE.finditer(attributes)}
    kept = ATTRIBUTE.sub(lambda one: _attribute(name, one, values, change), attributes)
    start = found.start(group) - found.start()
    return found[0][:start] + kept + found[0][start + len(attributes) :]


def _value(one: re.Match[str]) -> str:
    return html.unescape(next(filter(None, (one["value"], one["other"], one["bare"])), ""))


def _attribute(tag: str, one: re.Match[str], values: dict[str, str], change: Change) -> str:
    """Return an attribute as it becomes."""
    name, value = one["name"].lower(), _value(one)
    rel = values.get("rel", "").split()
    if name in LISTS:
        new: str | None = CANDIDATE.sub(
            lambda each: (change(Link(each["url"])) or each["url"]) + (each["size"] or ""), value
        )
    elif name in LEADING:
        new = change(Link(value, follow="nofollow" not in rel, told="canonical" in rel))
    elif name == "action" and values.get("method", "get").lower() == "get":
        new = change(Link(value, follow=False, form=True))
    elif tag == "meta" and name == "content" and re.match(r"https?://", value):
        new = change(Link(value, told=True))
    else:
        new = None
    return one[0] if new is None or new == value else f'{one["name"]}="{html.escape(new)}"'
