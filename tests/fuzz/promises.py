"""What holds for the HTML of every comment: read by a parser that has nothing to do with the one that cleaned it."""

from __future__ import annotations

from html.parser import HTMLParser

ELEMENTS = {"p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "pre", "code"}
LINK = {"href", "rel"}
LEADS = ("http://", "https://", "mailto:")
REL = "nofollow ugc noopener"
EMPTY = {"br"}


class Reading(HTMLParser):
    """Elements, attributes and letters of a piece of HTML; and what in it is not as it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        if tag not in ELEMENTS:
            self.wrong.append(f"<{tag}>")
        self.wrong += [f"<{tag} {name}={value!r}>" for name, value in attrs if not may(tag, name, value or "")]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> out of order")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}>")

    def handle_data(self, data: str) -> None:
        self.words += data


def may(tag: str, name: str, value: str) -> bool:
    """Return whether an attribute is one of the two that a link has."""
    if tag != "a" or name not in LINK:
        return False
    return value == REL if name == "rel" else value.lower().startswith(LEADS)


def broken(html: str) -> list[str]:
    """Return what in ``html`` must not be there; whatever was opened must be closed within it."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    return reading.wrong + [f"<{tag}> stays open" for tag in reading.open]


def words_of(html: str) -> str:
    """Return the letters that a reader sees."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    return reading.words
