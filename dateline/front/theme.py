"""The newsroom's own accent as custom properties, so that a colour chosen in the editor needs no change of a file."""

from __future__ import annotations

import hashlib

from dateline.lib.colour import contrast
from dateline.people.models import Newsroom

PALE, DARK = "#ffffff", "#17120f"

SHEET = """:root {{
  --accent: {accent};
  --on-accent: {on_accent};
}}

@media (prefers-color-scheme: dark) {{
  :root {{
    --accent: {accent_dark};
    --on-accent: {on_accent_dark};
  }}
}}

:root[data-theme="light"] {{
  --accent: {accent};
  --on-accent: {on_accent};
}}

:root[data-theme="dark"] {{
  --accent: {accent_dark};
  --on-accent: {on_accent_dark};
}}

@media print {{
  :root {{ --accent: #000; }}
}}
"""


def words_on(colour: str) -> str:
    """White or near black: whichever is easier to read on ``colour``."""
    return max((PALE, DARK), key=lambda words: contrast(words, colour))


def theme_sheet(newsroom: Newsroom) -> str:
    """The style sheet that sets the newsroom's accents, for light and dark paper."""
    return SHEET.format(
        accent=newsroom.accent,
        on_accent=words_on(newsroom.accent),
        accent_dark=newsroom.accent_dark,
        on_accent_dark=words_on(newsroom.accent_dark),
    )


def theme_version(newsroom: Newsroom) -> str:
    """A short name for this very sheet, so that browsers may keep it for ever."""
    return hashlib.sha256(theme_sheet(newsroom).encode()).hexdigest()[:10]
