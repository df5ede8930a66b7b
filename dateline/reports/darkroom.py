"""The sizes in which a picture is printed. They are made when it is published, never while a reader waits.

Wagtail makes a missing size in the request that first prints it, which costs that reader seconds. Here a page prints
what is ready, and the original where nothing is; ``actions.develop_pictures`` makes the rest beside the pages.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from django.core.cache import cache
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import Filter, ResponsiveImage, SourceImageIOError
from wagtail.images.models import Picture as Printed

from dateline.lib.depends import depend

from .models import Author, Picture, PictureQuerySet, Rendition

log = logging.getLogger("dateline.reports")
HOUR = 3600

# Every size of every picture. One ladder per shape serves all places that print the shape: the browser chooses by
# the `sizes` of the place, and fewer files are made. The first of each is the smallest, for browsers that cannot.
SHAPES: dict[str, list[str]] = {
    "whole": Filter().expand_spec(["format-{webp,jpeg}", "width-{640,1280,2400}"]),
    "teaser": Filter().expand_spec(["format-{webp,jpeg}", "fill-{480x320,960x640,1800x1200}"]),
    "data": ["fill-1200x1200", "fill-1200x900", "fill-1200x675"],  # 1:1, 4:3 and 16:9, as Google asks
    "share": ["fill-1200x630|format-jpeg|jpegquality-82"],
    "portrait": ["fill-240x240|format-webp"],
}


def ready(picture: Picture, shape: str) -> list[Rendition]:
    """The sizes of ``shape`` that have been made, smallest first; asks at most one query and makes none."""
    depend(f"picture:{picture.pk}")
    filters = [Filter(spec) for spec in SHAPES[shape]]
    found = picture.find_existing_renditions(*filters)
    return [found[one] for one in filters if one in found]


def printed(picture: Picture, shape: str, attributes: dict[str, Any]) -> SafeString:
    """The picture as an element, in the sizes that are ready; as it was uploaded where none is yet."""
    sizes = {rendition.filter_spec: rendition for rendition in ready(picture, shape)}
    if not sizes:
        return as_uploaded(picture, attributes)
    return (ResponsiveImage if shape == "portrait" else Printed)(sizes, dict(attributes)).__html__()


def as_uploaded(picture: Picture, attributes: dict[str, Any]) -> SafeString:
    """The original, which is heavy but right."""
    kept = {"src": picture.file.url, "width": picture.width, "height": picture.height, "alt": picture.default_alt_text}
    kept |= {name: value for name, value in attributes.items() if name != "sizes"}
    return format_html("<picture><img{}></picture>", flatatt(kept))


def wanted() -> Iterator[tuple[PictureQuerySet, list[str]]]:
    """Which pictures readers can see, and the sizes they are printed in there."""
    yield Picture.objects.leading(), [*SHAPES["teaser"], *SHAPES["whole"], *SHAPES["share"], *SHAPES["data"]]
    yield Picture.objects.portraying(Author.objects.all()), SHAPES["portrait"]
    yield Picture.objects.published(), SHAPES["whole"]


def missing() -> Iterator[tuple[Picture, list[Filter]]]:
    """Pictures with the sizes that they lack, what readers see first before the rest."""
    for pictures, specs in wanted():
        for picture in pictures.lacking(specs[-1]).prefetch_renditions():
            filters = [Filter(spec) for spec in specs]
            made = picture.find_existing_renditions(*filters)
            if len(made) < len(filters):
                yield picture, [one for one in filters if one not in made]


def develop(picture: Picture, sizes: list[Filter]) -> None:
    """Make these sizes, several at a time. A file that is gone or broken has none, which the log says once an hour."""
    broken = f"darkroom:{picture.pk}:{picture.file.name}"
    if cache.get(broken):
        return
    try:
        picture.create_renditions(*sizes)
    except (OSError, SourceImageIOError) as error:
        cache.set(broken, True, HOUR)
        log.warning("The file of picture %d (%s) cannot be read: %s", picture.pk, picture.title, error)
