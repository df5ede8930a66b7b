"""A map's drawings, kept by what is on them: an address with the version in it never has to be drawn twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.core.cache import cache
from django.utils.translation import get_language

from dateline.lib.depends import depend
from dateline.lib.raster import png_of

from .drawing.palette import LIGHT, adaptive_stylesheet, png_stylesheet
from .drawing.sheet import SHAPES, SIZES, draw
from .models import DrawnMap
from .wording import plan_of

Kept = TypeVar("Kept")
KEPT = 7 * 24 * 3600
RENDERER = 4  # raise it when the same features are drawn otherwise, so that nobody is shown an old drawing


@dataclass(frozen=True)
class Picture:
    """An SVG that stands alone, with its size for the `img` element."""

    svg: str
    width: int
    height: int


def key_of(drawn: DrawnMap, form: str) -> str:
    """The name under which a drawing is kept; the language is part of what is on it."""
    return f"atlas:{RENDERER}:{drawn.version}:{get_language()}:{form}"


def kept(drawn: DrawnMap, form: str, make: Callable[[], Kept]) -> Kept:
    """The drawing from the cache, or made and put there."""
    if drawn.ground:
        depend("maps")
    key = key_of(drawn, form)
    found: Kept | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT)
    return found


def picture_of(drawn: DrawnMap, size: str) -> Picture:
    """The map as a file of its own, coloured for light and dark."""

    def make() -> Picture:
        drawing = draw(plan_of(drawn, credited=False), SIZES[size], style=adaptive_stylesheet())
        return Picture(drawing.svg, round(drawing.width), round(drawing.height))

    return kept(drawn, f"svg-{size}", make)


def inline_of(drawn: DrawnMap, size: str = "full") -> str:
    """The map as part of a page: the page's colours, and marks that lead somewhere."""

    def make() -> str:
        return draw(plan_of(drawn), SIZES[size], ident=f"map-{drawn.slug}", links=True).svg

    return kept(drawn, f"inline-{size}", make)


def share_of(drawn: DrawnMap, shape: str) -> bytes:
    """The map as a PNG in one of the shapes that other sites ask for."""

    def make() -> bytes:
        return png_of(draw(plan_of(drawn), SHAPES[shape], style=png_stylesheet(LIGHT), backed=True).svg)

    return kept(drawn, f"png-{shape}", make)
