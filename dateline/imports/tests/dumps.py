"""Dumps of our own making, in the shape that crawlers leave pages in. None of it was said by anybody."""

from __future__ import annotations

from dateline.imports.record import Comment

METER = "0 $\n1,000 $\n2,000 $\n340 $\nMARCH 2021\n"
HEADLINE = "Dyke At Old Mill Holds Through Second Night (Report)"
BODY = """
On February 3, the river Lenn rose by 40 cm within six hours, according to the water board.

The mayor said that nobody had to leave their home.
"""


def bulleted(comments: list[Comment], indent: int = 2, step: int = 2, bullet: str = "•") -> str:
    """Print comments as such dumps do: a bullet and the name, the words a step deeper, the answers there as well."""
    blocks = []
    pending = [(comment, indent) for comment in reversed(comments)]
    while pending:
        comment, at = pending.pop()
        words = "\n".join(" " * (at + step) + line if line else "" for line in comment.text.split("\n"))
        blocks.append(f"{' ' * at}{bullet} {comment.author}\n\n{words}\n")
        pending += [(reply, at + step) for reply in reversed(comment.replies)]
    return "\n".join(blocks)


def page(
    *, meter: str = METER, body: str = BODY, comments: str = "", ask: str = "Please support us with a gift."
) -> str:
    """Return a whole dump; like the real ones it does not end in a newline."""
    return f"{meter}\n{HEADLINE}\n\n\n{HEADLINE.replace(' At', '  At')}\n\n{body}\n\n{ask}\n\n{comments}".rstrip("\n")
