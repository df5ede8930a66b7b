"""Comments in thread order, made ready for a template that never recurses.

A template that calls itself for every reply is slow and ends at Python's recursion limit. Here every comment knows
how many lists to open and close around it, so one flat loop prints a tree of any depth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .said import Said

FLAT_ON_PHONES = 2  # deeper than this, a phone shows "in reply to" instead of another indent
FLAT = 6  # and so does every screen


@dataclass(slots=True)
class Node:
    """One comment in its place. ``level`` counts from what is printed first, ``closes`` lists end after it."""

    comment: Said
    level: int
    opens: bool = False
    closes: int = 0
    left_out: int = 0

    @property
    def ends(self) -> range:
        """For a template's loop."""
        return range(self.closes)

    @property
    def is_flat(self) -> bool:
        """Too deep for another indent on any screen."""
        return self.level > FLAT

    @property
    def is_flat_on_phones(self) -> bool:
        """Too deep for another indent on a phone."""
        return self.level > FLAT_ON_PHONES


def lay_out(comments: Sequence[Said], base: int = 0) -> list[Node]:
    """Return the nodes of ``comments``, which are whole branches or connected pieces of them in thread order.

    ``base`` is the depth that counts as level 0.
    """
    nodes = [Node(comment, max(comment.depth - base, 0)) for comment in comments]
    for node, after in zip(nodes, [*nodes[1:], None], strict=True):
        following = after.level if after else 0
        if after and after.level > node.level:
            after.level = node.level + 1  # a page may begin in the middle of a branch
            node.opens = True
        else:
            node.closes = node.level - following
    return nodes


def fair_shares(wanted: Sequence[int], room: int) -> list[int]:
    """Return how much of ``room`` each gets: what it wants where that is little, else as much as the others."""
    shares = [0] * len(wanted)
    for done, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        shares[place] = min(wanted[place], room // (len(wanted) - done))
        room -= shares[place]
    return shares
