"""A report's words without their markup: what quotes of claims are counted in, and what the assistant reads."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.utils.html import strip_tags

ENDS = ("</p>", "</li>", "</h2>", "</h3>", "</h4>", "<br/>", "<br>")


def plain_text(report: Any) -> str:
    """Return the body's words, one paragraph a line; headline and standfirst are not in it.

    Offsets of quotes are code points of this text. Captions are left out: they repeat what the text says.
    """
    return "\n".join(part for block in report.body for part in _words(block.block_type, block.value) if part)


def _words(kind: str, value: Any) -> list[str]:
    match kind:
        case "text":
            return lines_of(str(value))
        case "heading":
            return [str(value)]
        case "quote":
            return [" ".join(str(value["text"]).split())]
        case "live_entry":
            return [str(value["headline"]), *lines_of(str(value["text"]))]
        case _:
            return []


def lines_of(html: str) -> list[str]:
    """Return rich text as lines of plain words."""
    for end in ENDS:
        html = html.replace(end, end + "\n")
    return [" ".join(unescape(strip_tags(line)).split()) for line in html.split("\n") if line.strip()]
