"""A page as it came from the renderer: text with holes, and the parts that fill them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """What fills a hole: the meter, a thread. Made once for all pages that show it."""

    name: str
    content: bytes
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    """``text`` with a hole before each piece but the first; ``holes`` names the parts that fill them, in order.

    ``made_from`` is the number of the last change of rows that the rendering saw; ``expires`` (seconds since 1970) is
    when the page will be wrong by itself.
    """

    address: str
    text: tuple[bytes, ...]
    holes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    tags: frozenset[str] = field(default_factory=frozenset)
    made_from: int = 0
    expires: float | None = None

    def whole(self) -> bytes:
        """Return the page with its own parts in their places."""
        fill = {part.name: part.content for part in self.parts}
        return join(self.text, [fill[name] for name in self.holes])


def join(text: Iterable[bytes], fill: Iterable[bytes]) -> bytes:
    """Return the pieces of a text with something between each two of them."""
    return b"".join(piece for pair in zip(text, [*fill, b""], strict=True) for piece in pair)
