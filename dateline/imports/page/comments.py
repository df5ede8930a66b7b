"""The comment tree: a bullet with the author's name, the words deeper than it, the answers as bullets deeper still."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..record import Comment
from .lines import Ledger, Line


@dataclass(slots=True)
class Open:
    """A comment that may still get words and answers. ``indent`` is its bullet's, ``column`` its first word's."""

    comment: Comment
    indent: int
    column: int | None = None
    words: list[str] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Take a line of words; the first one sets the column that the others are measured from."""
        if self.column is None:
            self.column = line.indent
        self.words.append(line.after(self.column))

    def close(self) -> None:
        """Write the words down: paragraphs one blank line apart, none at either end."""
        kept = [word for place, word in enumerate(self.words) if word or (place and self.words[place - 1])]
        self.comment.text = "\n".join(kept).strip("\n")


class Tree:
    """Reads the lines from the first comment on."""

    def __init__(self, lines: list[Line], ledger: Ledger, doubts: list[tuple[int, str]]) -> None:
        self.lines = lines
        self.ledger = ledger
        self.doubts = doubts
        self.roots: list[Comment] = []
        self.branch: list[Open] = []

    def read(self) -> list[Comment]:
        """Return the roots. A truncated dump's last comment may have no words yet; it is kept and doubted."""
        airy = self.names_stand_apart()
        for place, line in enumerate(self.lines):
            if is_head(self.lines, place, airy):
                self.begin(line)
            else:
                self.take(line)
        self.doubt_the_last()
        while self.branch:
            self.branch.pop().close()
        return self.roots

    def doubt_the_last(self) -> None:
        """Say so when the dump breaks off right after a name."""
        if self.branch and not any(self.branch[-1].words):
            self.doubts.append(
                (self.branch[-1].comment.line, "The dump breaks off after this name; it has no words and is left out.")
            )

    def names_stand_apart(self) -> bool:
        """Return whether this dump leaves a line blank after a name; all of its names are then held to it."""
        return len(self.lines) < 2 or self.lines[1].is_blank

    def begin(self, line: Line) -> None:
        """Open a comment below the nearest one whose bullet stands further out."""
        while self.branch and self.branch[-1].indent >= line.indent:
            self.branch.pop().close()
        comment = Comment(line.number, line.bulleted, "")
        siblings = self.branch[-1].comment.replies if self.branch else self.roots
        siblings.append(comment)
        self.branch.append(Open(comment, line.indent))
        self.ledger.place(line, "author of a comment")

    def take(self, line: Line) -> None:
        """Give a line to the comment that is being read; what stands too far out belongs to none."""
        current = self.branch[-1]
        if line.is_blank:
            current.words.append("")
        elif line.indent > current.indent:
            if line.bulleted and line.indent == current.column:
                self.doubts.append(
                    (line.number, "A bullet without words below it; kept as a line of the comment above.")
                )
            current.add(line)
            self.ledger.place(line, "words of a comment")
        else:
            self.ledger.unplaced(line, "among the comments, but outside any")


def first_head(lines: list[Line]) -> int:
    """Return the place of the first line that begins a comment; the number of lines when none does."""
    return next((place for place in range(len(lines)) if is_head(lines, place, None)), len(lines))


def is_head(lines: list[Line], place: int, airy: bool | None) -> bool:
    """Return whether a bullet names an author: its words stand deeper, or the dump breaks off right after it.

    Where this dump leaves lines blank around names (``airy``), a bullet without them is a list in somebody's words.
    """
    line = lines[place]
    if not line.bulleted:
        return False
    below = next((lines[later] for later in range(place + 1, len(lines)) if not lines[later].is_blank), None)
    if below is None:
        return line.indent > 0
    if below.indent <= line.indent:
        return False
    if not airy:
        return True
    return lines[place + 1].is_blank and (place == 0 or lines[place - 1].is_blank)
