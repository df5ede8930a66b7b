"""SVG to PNG, with letters even on a machine that has no fonts.

Source Sans Pro, Source Serif Pro and IBM Plex Sans Arabic (SIL Open Font Licence) come with the dependencies and cover
Latin, Greek, Cyrillic and Arabic. Fonts of the machine are read only when a drawing holds other scripts: reading a few
hundred of them takes longer than drawing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
import fontpkg_ibm_plex_sans_arabic
import resvg_py

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
LAST_COVERED = 0x052F  # the end of Cyrillic
PUNCTUATION = range(0x2000, 0x2200)
ARABIC = range(0x0600, 0x0700)


@cache
def fonts() -> tuple[str, ...]:
    """The font files that come with us."""
    sans, serif = Path(font_source_sans_pro.font_directory), Path(font_source_serif_pro.font_directory)
    arabic = fontpkg_ibm_plex_sans_arabic.ROOT / "files"
    names = [
        *(sans / f"SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "Bold")),
        *(serif / f"SourceSerifPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "Bold")),
        *(arabic / f"IBMPlexSansArabic-{face}.ttf" for face in ("Regular", "SemiBold", "Bold")),
    ]
    return tuple(str(name) for name in names if name.exists())


def needs_machine_fonts(svg: str) -> bool:
    """Whether a drawing holds letters that our own fonts lack."""
    letters = {ord(char) for char in svg}
    return any(code > LAST_COVERED and code not in PUNCTUATION and code not in ARABIC for code in letters)


def png_of(svg: str, width: int | None = None) -> bytes:
    """Draw an SVG to PNG, ``width`` pixels wide or as wide as it says itself. Raises ValueError for broken SVG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=not needs_machine_fonts(svg),
            font_files=list(fonts()),
            font_family=SANS,
            sans_serif_family=SANS,
            serif_family=SERIF,
        )
    )
