"""Every step of the sample in its order."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from .. import contents
from ..diary import Diary
from . import claims, discussion, funding, pages, people, pictures
from .memory import Step


def all_steps(now: datetime) -> list[Step]:
    """Read all files and say what is to be done, relative to ``now``."""
    zone = ZoneInfo(contents.read_table("newsroom", Diary(now, ZoneInfo("UTC")))["time_zone"])
    diary = Diary(now, zone, contents.facts())
    paper = contents.read_table("newsroom", diary)
    sheets, told = contents.read_table("maps", diary), contents.read_table("claims", diary)
    reports, standing = contents.read_articles("reports", diary), contents.read_articles("standing", diary)
    return [
        *pictures.steps(contents.read_table("pictures", diary), sheets, paper["authors"], diary),
        *people.steps(paper),
        *claims.situation_steps(told),
        *pages.steps(paper, reports, standing, diary, told["situation"]["reports"]),
        *claims.claim_steps(told, diary),
        *discussion.steps(contents.read_discussions(diary), diary),
        *funding.steps(contents.read_table("funding", diary), contents.read_givers(diary), paper["currency"], diary),
    ]
