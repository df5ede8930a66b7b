"""Letters for PDFs: which font can write what, our own first, then those of the machine.

Source Sans Pro writes Latin, Greek and Cyrillic, IBM Plex Sans Arabic what its name says (both SIL Open Font Licence);
they come with the dependencies. For other scripts the fonts of the machine are looked through, as for pictures
(``lib.raster``). What nobody can write is a question mark.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import font_source_sans_pro
import fontpkg_ibm_plex_sans_arabic

SANS, ARABIC = "sans", "arabic"
MACHINE = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
)
FANCY = ("bold", "italic", "oblique", "light", "thin", "black", "mono", "condensed")
KINDS = {".ttf", ".otf", ".ttc"}


@cache
def own_files() -> dict[tuple[str, str], Path]:
    """Return the files of our own fonts by family and style (``B`` is bold)."""
    sans = Path(font_source_sans_pro.font_directory)
    arabic = fontpkg_ibm_plex_sans_arabic.ROOT / "files"
    return {
        (SANS, ""): sans / "SourceSansPro-Regular.ttf",
        (SANS, "B"): sans / "SourceSansPro-Bold.ttf",
        (ARABIC, ""): arabic / "IBMPlexSansArabic-Regular.ttf",
        (ARABIC, "B"): arabic / "IBMPlexSansArabic-Bold.ttf",
    }


@cache
def letters_of(path: Path) -> frozenset[int]:
    """Return the code points that a font file can write; none where it cannot be read."""
    tools: Any = import_module("fontTools.ttLib")  # half a second and 20 MiB: loaded with the PDF library
    try:
        with tools.TTFont(path, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or ())
    except (tools.TTLibError, OSError):
        return frozenset()


@cache
def machine_files() -> tuple[Path, ...]:
    """Return the font files of this machine, in an order that stays."""
    found = (path for folder in MACHINE if folder.is_dir() for path in folder.rglob("*"))
    return tuple(sorted((path for path in found if path.suffix.lower() in KINDS), key=_plainness))


def _plainness(path: Path) -> tuple[bool, str]:
    """Order upright faces of a book's weight before the others."""
    return any(word in path.name.lower() for word in FANCY), str(path)


def machine_file_for(letter: str) -> Path | None:
    """Return the first file of the machine that can write a letter; None where none can."""
    return next((path for path in machine_files() if ord(letter) in letters_of(path)), None)
