"""From the bytes of a dump to a record in which every line is accounted for."""

from __future__ import annotations

import hashlib
import re
from difflib import SequenceMatcher

from ..record import Figure, Post, Record
from .comments import Tree, first_head
from .lines import Ledger, Line, split_lines
from .meter import read_meter

LARGEST = 32 * 1024 * 1024  # bytes; the longest discussions on record are a tenth of it
ALIKE = 0.9
CATEGORY = re.compile(r"(?P<headline>.+?)\s*\((?P<category>[^()]{2,40})\)")
PICTURE_LINK = re.compile(
    r"(click|tap)\b.{0,40}\b(full.?size|enlarge|larger|bigger|full (map|image|picture))\b.*", re.I
)
CREDIT = re.compile(r"(photo|photograph|picture|image|map|illustration|graphic|source)( by|:| credit).{2,200}", re.I)
ASK = re.compile(r".*\b(help(ing)?|support(ing)?|donat\w+|contribut\w+)\b.*\b(us|our)\b.*|.*\bdonate\b.*", re.I)
LONGEST_ASK = 160


class Unreadable(ValueError):
    """The file is not a dump of a page. Trying again does not help; another file might."""


def read_page(data: bytes, currency: str = "USD") -> Record:
    """Return what ``data`` holds. Raises Unreadable for what is no text, holds nothing, or is far too large.

    Amounts of money without a sign are read as ``currency``.
    """
    lines = split_lines(decoded(data))
    ledger = Ledger(lines)
    doubts: list[tuple[int, str]] = []
    meter, taken = read_meter(lines, ledger, doubts, currency)
    post = read_post(lines[taken:], ledger, doubts)
    return Record(hashlib.sha256(data).hexdigest(), post, meter, ledger.fates(), doubts)


def decoded(data: bytes) -> str:
    """Return the text of ``data``, with or without a byte order mark."""
    if len(data) > LARGEST:
        raise Unreadable(f"It is {len(data) // 1_048_576} MiB long; a page's dump has at most {LARGEST // 1_048_576}.")
    if b"\0" in data:
        raise Unreadable("It is not a text file: it holds zero bytes. Save the page as plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"It is not UTF-8 text (byte {error.start}). Save the page as plain text in UTF-8.") from error
    if not text.strip():
        raise Unreadable("It is empty.")
    return text


def read_post(lines: list[Line], ledger: Ledger, doubts: list[tuple[int, str]]) -> Post | None:
    """Return the report with its comments; None when no line is left that could be its headline."""
    start = first_head(lines)
    article = [line for line in lines[:start] if not line.is_blank]
    if not article:
        for line in lines:
            if not line.is_blank:
                ledger.unplaced(line, "there is no headline above it")
        return None
    post = read_headline(article[0], ledger)
    read_body(post, article, ledger)
    post.comments = Tree(lines[start:], ledger, doubts).read() if start < len(lines) else []
    return post


def read_headline(line: Line, ledger: Ledger) -> Post:
    """Take the first line for the headline, without the category that such pages print behind it in brackets."""
    ledger.place(line, "headline")
    whole = " ".join(line.words.split())
    match = CATEGORY.fullmatch(whole)
    return Post(line.number, match["headline"], match["category"]) if match else Post(line.number, whole)


def read_body(post: Post, article: list[Line], ledger: Ledger) -> None:
    """Sort the lines after the headline: paragraphs, words about pictures, the ask, the headline over again."""
    title = article[0].words
    for place, line in enumerate(article[1:], 1):
        following = article[place + 1].words if place + 1 < len(article) else ""
        if is_repeated(line.words, title):
            repeat_of_headline(post, line, following, ledger)
        elif PICTURE_LINK.fullmatch(line.words):
            ledger.drop(line, "a link to a picture that the dump does not hold")
        elif CREDIT.fullmatch(line.words):
            post.figures.append(Figure(line.number, line.words, len(post.paragraphs)))
            ledger.drop(line, "words about a picture that the dump does not hold")
        elif place >= len(article) - 2 and is_ask(line.words):
            ledger.drop(line, "the ask; the newsroom prints its own")
        else:
            add_paragraph(post, line, article[place - 1], ledger)


def repeat_of_headline(post: Post, line: Line, following: str, ledger: Ledger) -> None:
    """Within the text, a headline over again stands in a picture's place; right below itself, it is a repeat."""
    if post.paragraphs or PICTURE_LINK.fullmatch(following):
        post.figures.append(Figure(line.number, " ".join(line.words.split()), len(post.paragraphs)))
        ledger.drop(line, "stands for a picture that the dump does not hold")
    else:
        ledger.drop(line, "the headline over again")


def add_paragraph(post: Post, line: Line, before: Line, ledger: Ledger) -> None:
    """Begin a paragraph, or go on with the one that the line just above belongs to."""
    if post.paragraphs and before.number == line.number - 1:
        post.paragraphs[-1] += f"\n{line.words}"
    else:
        post.paragraphs.append(line.words)
    ledger.place(line, "text")


def is_repeated(words: str, title: str) -> bool:
    """Return whether ``words`` is the headline, give or take blanks, case and a few letters."""
    one, other = (" ".join(part.casefold().split()) for part in (words, title))
    if one == other:
        return True
    close = max(len(one), len(other)) <= 300 and abs(len(one) - len(other)) <= 12
    return close and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def is_ask(words: str) -> bool:
    """Return whether a short line asks for help."""
    return len(words) <= LONGEST_ASK and bool(ASK.fullmatch(words))
