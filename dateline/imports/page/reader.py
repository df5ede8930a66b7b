"""From the bytes of a dump to a record in which every line is accounted for."""

from __future__ import annotations

import hashlib
import re

from ..record import Figure, Post, Record
from .comments import Tree, first_head
from .furniture import take_headings
from .headline import Doubts, Head, plain, says_again
from .lines import Ledger, Line, split_lines
from .meter import read_meter
from .pictures import CREDIT, PICTURE_LINK

LARGEST = 32 * 1024 * 1024  # bytes; the longest discussions on record are a tenth of it
ASK = re.compile(r".*\b(help(ing)?|support(ing)?|donat\w+|contribut\w+)\b.*\b(us|our)\b.*|.*\bdonate\b.*", re.I)
LONGEST_ASK = 160
ASKED = "the ask; the newsroom prints its own"
SENTENCE_END = re.compile(r".*[.!?…:;,。！？؟»”\"')\]]")
LONGEST_LABEL = 60


class Unreadable(ValueError):
    """The file is not a dump of a page. Trying again does not help; another file might."""


def read_page(data: bytes, currency: str = "USD") -> Record:
    """Return what ``data`` holds. Raises Unreadable for what is no text, holds nothing, or is far too large.

    Amounts of money without a sign are read as ``currency``.
    """
    lines = split_lines(decoded(data))
    ledger = Ledger(lines)
    doubts: Doubts = []
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


def read_post(lines: list[Line], ledger: Ledger, doubts: Doubts) -> Post | None:
    """Return the report with its comments; None when no line is left that could be its headline."""
    start = first_head(lines)
    article = [line for line in lines[:start] if not line.is_blank]
    if not article:
        for line in lines:
            if not line.is_blank:
                ledger.unplaced(line, "there is no headline above it")
        return None
    article, announced = take_headings(article, ledger)
    post, taken = Head(article, ledger, doubts).read()
    read_body(post, article, taken, ledger)
    doubt_labels(article[taken:], ledger, doubts)
    post.comments = Tree(lines[start:], ledger, doubts).read() if start < len(lines) else []
    doubt_number(post, announced, doubts)
    return post


def read_body(post: Post, article: list[Line], taken: int, ledger: Ledger) -> None:
    """Sort the lines below the head: paragraphs, words about pictures, the ask, the headline over again."""
    for place, line in enumerate(article[taken:], taken):
        if says_again(line.words, post.headline):
            post.figures.append(Figure(line.number, plain(line.words), len(post.paragraphs)))
            ledger.drop(line, "stands for a picture that the dump does not hold")
        elif PICTURE_LINK.fullmatch(line.words):
            ledger.drop(line, "a link to a picture that the dump does not hold")
        elif CREDIT.fullmatch(line.words):
            post.figures.append(Figure(line.number, line.words, len(post.paragraphs)))
            ledger.drop(line, "words about a picture that the dump does not hold")
        elif place >= len(article) - 2 and is_ask(line.words):
            ledger.drop(line, ASKED)
        else:
            add_paragraph(post, line, article[place - 1], ledger)


def doubt_labels(body: list[Line], ledger: Ledger, doubts: Doubts) -> None:
    """Say which paragraphs may be none: a few words on a line of their own that end no sentence."""
    numbers = {line.number for line in body}
    for line in body:
        alone = not {line.number - 1, line.number + 1} & numbers and ledger.is_placed(line)
        if alone and len(line.words) <= LONGEST_LABEL and not SENTENCE_END.fullmatch(line.words):
            doubts.append((line.number, f"“{plain(line.words)}” is kept as a paragraph, but ends no sentence."))


def doubt_number(post: Post, announced: int | None, doubts: Doubts) -> None:
    """Say so when the page announced more or fewer comments than there are."""
    read = sum(1 for _ in post.walk())
    if announced is not None and announced != read:
        doubts.append((post.line, f"The page says that it has {announced} comments; {read} were found."))


def add_paragraph(post: Post, line: Line, before: Line, ledger: Ledger) -> None:
    """Begin a paragraph, or go on with the one that the line just above belongs to."""
    if post.paragraphs and before.number == line.number - 1:
        post.paragraphs[-1] += f"\n{line.words}"
    else:
        post.paragraphs.append(line.words)
    ledger.place(line, "text")


def is_ask(words: str) -> bool:
    """Return whether a short line asks for help."""
    return len(words) <= LONGEST_ASK and bool(ASK.fullmatch(words))
