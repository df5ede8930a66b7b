"""Comments as readers write them below reports, ten to twelve in each of 43 languages. Written for these tests.

Some are short, some are careless about capitals and accents, some hold a name or a figure: so are comments.
"""

from __future__ import annotations

from . import further, other_scripts, western

LATIN = {**western.TEXTS, **further.TEXTS}
OTHER = other_scripts.TEXTS


def lines_of(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Every comment as (language, comment)."""
    return [(language, line) for language, text in texts.items() for line in text.strip().splitlines()]
