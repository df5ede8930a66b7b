"""Maps in templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from dateline.lib.depends import depend

from ..drawing.features import read_features
from ..models import DrawnMap
from ..renderings import inline_of, picture_of
from ..wording import lines_of

register = template.Library()


@register.inclusion_tag("atlas/_drawn_map.html")
def drawn_map(map: DrawnMap, size: str = "wide", eager: bool = False) -> dict[str, Any]:
    """The map as a picture: one drawing for wide windows, one with letters of a readable size for phones.

    ``size="narrow"`` shows the small drawing everywhere, for cards. ``eager`` is for the one that leads a page.
    """
    return {
        "map": map,
        "size": size,
        "eager": eager,
        "large": source(map, size),
        "small": source(map, "narrow") if size != "narrow" else None,
    }


def source(drawn: DrawnMap, size: str) -> dict[str, Any]:
    """The address of a drawing and how large it is."""
    depend(f"map:{drawn.pk}")
    picture = picture_of(drawn, size)
    address = reverse("atlas:drawing", args=[drawn.slug, size])
    return {"address": f"{address}?v={drawn.version}", "width": picture.width, "height": picture.height}


@register.simple_tag
def inline_map(map: DrawnMap, size: str = "full") -> SafeString:
    """The map as part of the page, with marks that can be reached and followed."""
    depend(f"map:{map.pk}")
    return mark_safe(inline_of(map, size))


@register.inclusion_tag("atlas/_legend.html")
def map_legend(map: DrawnMap, linked: bool = False) -> dict[str, Any]:
    """The map in words: its description and an ordered list of its marks; ``linked`` where the map is in the page."""
    depend(f"map:{map.pk}")
    return {"map": map, "lines": lines_of(read_features(map.features)), "linked": linked}
