"""A report's text as it is kept in a file: paragraphs, and a few marks for what is not a paragraph.

``## heading`` · ``> words`` then ``> -- who`` · ``!! figure | what it says | source`` · ``[picture name width]`` ·
``[gallery title]`` then ``- name`` lines · ``@ day time | headline | author`` then the entry. All else is Markdown.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

Block = tuple[str, Any]

BRACKET = re.compile(r"\[(picture|gallery) ([^\]]+)\]")
MARKDOWN = MarkdownIt("commonmark", {"html": False})


def read_body(text: str) -> list[Block]:
    """The blocks of ``text`` in order; paragraphs that follow each other are one block of HTML."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        kind, value = read_part(part.strip())
        if kind == "text" and blocks and blocks[-1][0] == "text":
            value = blocks.pop()[1] + value
        blocks.append((kind, value))
    return blocks


def read_part(part: str) -> Block:
    """What stands between two blank lines."""
    if part.startswith("## "):
        return "heading", part[3:]
    if part.startswith("> "):
        return "quote", read_quote(part)
    if part.startswith("!! "):
        figure, says, source = (piece.strip() for piece in part[3:].split("|"))
        return "pull_fact", {"figure": figure, "text": says, "source": source}
    if part.startswith("@ "):
        return "live_entry", read_entry(part)
    found = BRACKET.match(part)
    if found:
        return found[1], read_bracket(found[1], found[2], part)
    return "text", MARKDOWN.render(part).strip()


def read_quote(part: str) -> dict[str, str]:
    """Words and who said them."""
    words, source = part.replace("\n> ", "\n").removeprefix("> ").split("\n-- ")
    return {"text": words, "source": source}


def read_entry(part: str) -> dict[str, str]:
    """One moment of a live report; ``time`` is still as written, for the diary to resolve."""
    head, text = part.split("\n", 1)
    when, headline, author = (piece.strip() for piece in head[2:].split("|"))
    return {"time": when, "headline": headline, "author": author, "text": MARKDOWN.render(text).strip()}


def read_bracket(kind: str, words: str, part: str) -> dict[str, Any]:
    """A picture with its width, or a gallery with the names of its pictures."""
    if kind == "gallery":
        return {"title": words, "pictures": [line.removeprefix("- ") for line in part.splitlines()[1:]]}
    name, width = words.split()
    return {"picture": name, "width": width}
