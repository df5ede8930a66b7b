"""Drawing the sample's pictures and maps and putting them where editors find them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.files.base import ContentFile

from dateline.atlas.models import DrawnMap
from dateline.reports.models import Picture

from .. import maps
from ..diary import Diary
from ..illustrations import portrait, scene
from .memory import Memory, Step

CREDIT = "Illustration: The Vess Valley Courier"
RIGHTS = "Drawn by this program; part of the sample newsroom."


def steps(pictures: dict[str, Any], sheets: dict[str, Any], authors: list[dict[str, Any]], diary: Diary) -> list[Step]:
    """All scenes, all portraits, all maps."""
    return [
        *(Step(f"picture:{name}", partial(hang, name=name, words=words)) for name, words in pictures.items()),
        *(Step(f"picture:{one['slug']}", partial(sit, number=at, author=one)) for at, one in enumerate(authors)),
        *(
            Step(f"map:{slug}", partial(draw_map, slug=slug, sheet=sheet, diary=diary))
            for slug, sheet in sheets.items()
        ),
    ]


def hang(memory: Memory, *, name: str, words: dict[str, str]) -> Picture:
    """A scene with its words."""
    return keep(scene(name), name, credit=CREDIT, **words)


def sit(memory: Memory, *, number: int, author: dict[str, Any]) -> Picture:
    """The portrait of an author."""
    title = f"Portrait of {author['name']}"
    words = {"title": title, "description": f"Illustration: {title.lower()[:8]}{title[8:]}.", "caption": author["name"]}
    return keep(portrait(number), author["slug"], credit=CREDIT, **words)


def keep(jpeg: bytes, name: str, **words: str) -> Picture:
    """Store a picture's file and words."""
    return Picture.objects.create(file=ContentFile(jpeg, name=f"{name}.jpg"), rights=RIGHTS, **words)


def draw_map(memory: Memory, *, slug: str, sheet: dict[str, Any], diary: Diary) -> DrawnMap:
    """A map, checked as the editor's form would."""
    drawn = DrawnMap(
        slug=slug,
        title=sheet["title"],
        caption=sheet["caption"],
        credit=f"Map: {sheet['credit']}",
        description=sheet["description"],
        features=maps.features(sheet),
        as_of=diary.day(sheet["as_of"]),
        ground=False,  # the sample's country is nowhere
        **maps.extent(sheet["frame"]),
    )
    drawn.full_clean()
    drawn.save()
    return drawn
