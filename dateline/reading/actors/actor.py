"""What is found: somebody who can act."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` to before ``after``; ``name`` is the fullest the text gives, without article and short form."""

    first: int
    after: int
    name: str
