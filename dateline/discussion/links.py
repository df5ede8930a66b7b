"""Where the links in a comment's words are, and the words without some of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from django.utils.translation import gettext as _
from markdown_it.common.utils import unescapeAll

from .markup import BARE, WHOLE, without_sentence

# What Markdown makes a link of: [words](address), <address>, and an address that stands in the text.
LABELLED = r"\[(?P<label>(?:\\.|[^\[\]\\]){0,500})\]\(\s{0,9}<?(?P<labelled>[^\s<>]{1,1000})"
ANGLED = r"<(?P<angled>(?:https?|mailto):[^\s<>]{1,1000})>"
STANDING = rf"(?P<standing>https?:{BARE.pattern})"
LINK = re.compile(f"{LABELLED}|{ANGLED}|{STANDING}", re.IGNORECASE)
CLOSING = re.compile(r"""[^\S\n]{0,9}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|\([^()\n]{0,200}\))?\s{0,9}\)""")


class Link(NamedTuple):
    """A run of the text that is a link; ``label`` are the words that stand for it, empty for a bare address."""

    start: int
    end: int
    address: str
    label: str = ""


def links_in(text: str) -> list[Link]:
    """Return the links of ``text`` in their order; they do not overlap."""
    links: list[Link] = []
    at = 0
    while match := LINK.search(text, at):
        link = _labelled(text, match) if match["labelled"] else _bare(match)
        if link:
            links.append(link)
        at = link.end if link else match.start() + 1
    return links


def without_links(text: str, chosen: Collection[int]) -> str:
    """Return ``text`` without those of its links, counted from 0; words that stood for one stay."""
    gone = _("[link removed]")
    pieces: list[str] = []
    at = 0
    for number, link in enumerate(links_in(text)):
        if number in chosen:
            pieces += [text[at : link.start], f"{link.label} {gone}".lstrip()]
            at = link.end
    return "".join([*pieces, text[at:]])


def _bare(match: re.Match[str]) -> Link:
    if match["angled"]:
        return Link(match.start(), match.end(), match["angled"])
    address = without_sentence(match["standing"])
    return Link(match.start(), match.start() + len(address), address)


def _labelled(text: str, match: re.Match[str]) -> Link | None:
    """Return the link that ``match`` begins, None where its brackets hold no whole address."""
    address, end = _to_its_bracket(match["labelled"], match.start("labelled"))
    if WHOLE.match(unescapeAll(address)) is None:
        return None
    if end == match.end("labelled"):
        closing = CLOSING.match(text, end + (text[end : end + 1] == ">"))
        end = closing.end() if closing else end
    return Link(match.start(), end, address, match["label"])


def _to_its_bracket(rest: str, start: int) -> tuple[str, int]:
    """Return an address without the bracket that ends its link, and where in the text that link ends."""
    depth = 0
    for at, sign in enumerate(rest):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return rest[:at], start + at + 1
    return rest, start + len(rest)
