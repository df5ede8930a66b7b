"""The headline of a dump: printed once or twice, its category in brackets at either end, or on a line of its own."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ..record import Post
from .lines import Ledger, Line
from .pictures import PICTURE_LINK

ALIKE = 0.9
BRACKETS = r"(?:\((?P<round>[^()\[\]]{2,40})\)|\[(?P<square>[^()\[\]]{2,40})\])"
BEHIND = re.compile(rf"(?P<headline>.+?)\s*{BRACKETS}")
BEFORE = re.compile(rf"{BRACKETS}\s*[:–—-]?\s*(?P<headline>.+)")
ALONE = re.compile(BRACKETS)
LABEL = re.compile(r"(?!(?:by|from|published|updated)\b)[^\W\d_][\w'’/-]*(?: (?:& )?[^\W\d_][\w'’/-]*){0,3}", re.I)
LONGEST_LABEL = 40

Doubts = list[tuple[int, str]]


def plain(words: str) -> str:
    """Return ``words`` with single blanks."""
    return " ".join(words.split())


def parted(words: str) -> tuple[str, str]:
    """Return the headline and what stands in brackets at one end of it; the latter is empty without any."""
    match = BEHIND.fullmatch(plain(words)) or BEFORE.fullmatch(plain(words))
    return (match["headline"], (match["round"] or match["square"]).strip()) if match else (plain(words), "")


def same(one: str, other: str) -> bool:
    """Return whether two lines have the same letters."""
    return plain(one).casefold() == plain(other).casefold()


def says_again(words: str, headline: str) -> bool:
    """Return whether ``words`` is ``headline``, give or take brackets, blanks, case and a few letters."""
    one, other = (parted(line)[0].casefold() for line in (words, headline))
    close = max(len(one), len(other)) <= 300 and abs(len(one) - len(other)) <= 12
    return one in (other, plain(headline).casefold()) or (
        close and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
    )


class Head:
    """Reads the lines above the text: ``post`` grows as they are taken, and ``taken`` counts them.

    ``sure`` tells whether the page itself says that its brackets are a category and no part of the headline: by the
    headline over again, with them or without, or by the category on a line of its own. Square ones always are.
    """

    def __init__(self, article: list[Line], ledger: Ledger, doubts: Doubts) -> None:
        self.article, self.ledger, self.doubts = article, ledger, doubts
        self.first = article[1] if len(article) > 1 and ALONE.fullmatch(article[0].words) else article[0]
        self.post = Post(self.first.number, *parted(self.first.words))
        self.sure = "[" in self.first.words
        self.taken = 0

    def read(self) -> tuple[Post, int]:
        """Return the report so far, and how many lines of the article it took."""
        for place, line in enumerate(self.article):
            if line is self.first:
                self.ledger.place(line, "headline")
            elif ALONE.fullmatch(line.words):
                self.label(line, line.words[1:-1].strip())
            elif same(line.words, self.post.category):
                self.label(line, self.post.category)
            elif says_again(line.words, self.first.words) and not self.names_picture(place):
                self.again(line)
            elif self.may_be_label(place):
                self.label(line, plain(line.words))
                self.doubt(line, "is taken for the kicker, because it stands alone beneath the headline")
            else:
                break
            self.taken += 1
        if self.post.category and not self.sure:
            self.doubt(
                self.first, f"has “{self.post.category}” in brackets, taken for the kicker; it may be part of it"
            )
        return self.post, self.taken

    def names_picture(self, place: int) -> bool:
        """Return whether the line says what the picture shows that the next one links to."""
        return place + 1 < len(self.article) and bool(PICTURE_LINK.fullmatch(self.article[place + 1].words))

    def again(self, line: Line) -> None:
        """Take the headline over again; a category that only one of the two has is surely none of its words."""
        first, (headline, category) = self.first.words, parted(line.words)
        if category and same(headline, first):
            self.post.headline, self.post.category, self.sure = plain(first), category, True
        elif same(self.post.headline, line.words) or same(first, line.words):
            self.sure = True
        elif not same(headline, self.post.headline):
            self.doubt(line, "is taken for the headline over again, though it is not quite the same")
        elif not same(category, self.post.category):
            self.doubt(line, f"has another category than “{self.post.category}”, which is taken")
        self.ledger.drop(line, "the headline over again")

    def label(self, line: Line, category: str) -> None:
        """Take a line that is a category and nothing else."""
        if self.post.category and not same(self.post.category, category):
            self.doubt(line, f"may be the kicker; “{self.post.category}” is taken")
            self.ledger.drop(line, "another category")
            return
        if same(self.post.category, category):
            self.ledger.drop(line, "the category over again")
        else:
            self.ledger.place(line, "kicker")
        self.post.category, self.sure = category, True

    def may_be_label(self, place: int) -> bool:
        """Return whether a few words without a full stop stand alone below the headline, with text to come."""
        line, rest = self.article[place], self.article[place + 1 :]
        alone = bool(rest) and rest[0].number > line.number + 1 and not self.post.category
        return alone and len(line.words) <= LONGEST_LABEL and bool(LABEL.fullmatch(plain(line.words)))

    def doubt(self, line: Line, what: str) -> None:
        """Say that a line was read by a guess."""
        self.doubts.append((line.number, f"“{plain(line.words)}” {what}."))
