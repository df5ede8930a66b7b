"""The sample's files, read and filled in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import geography
from .bodies import Block, read_body
from .diary import Diary
from .gifts import Given, read_gifts
from .threads import Remark, read_thread

FOLDER = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Article:
    """One file with a head between ``+++`` lines and a body."""

    head: dict[str, Any]
    body: list[Block]

    @property
    def slug(self) -> str:
        """The end of its address."""
        return str(self.head["slug"])


def read_table(name: str, diary: Diary) -> dict[str, Any]:
    """A TOML file of the sample."""
    return tomllib.loads(diary.typeset((FOLDER / f"{name}.toml").read_text("utf-8")))


def read_articles(folder: str, diary: Diary) -> list[Article]:
    """All articles of a folder, in the order of their file names."""
    return [read_article(path, diary) for path in sorted((FOLDER / folder).glob("*.md"))]


def read_article(path: Path, diary: Diary) -> Article:
    """One article; its words are typeset."""
    _, head, body = diary.typeset(path.read_text("utf-8")).split("+++\n", 2)
    return Article(tomllib.loads(head), read_body(body))


def read_discussions(diary: Diary) -> dict[str, list[Remark]]:
    """The remarks below each report, by its slug. Readers type straight apostrophes; they are left so."""
    files = sorted((FOLDER / "threads").glob("*.txt"))
    return {path.stem: read_thread(diary.filled(path.read_text("utf-8"))) for path in files}


def read_givers(diary: Diary) -> list[Given]:
    """The gifts of the month under way, from its first day to its last."""
    return read_gifts((FOLDER / "gifts.txt").read_text("utf-8"))


def facts() -> dict[str, str]:
    """Figures that are measured on the invented ground rather than written down."""
    return {"flooded": str(round(geography.square_kilometres(geography.flooded())))}
