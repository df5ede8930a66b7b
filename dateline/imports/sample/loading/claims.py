"""What the reports say happened: the situation, whose words they are, each claim and what became of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from dateline.reports.actions import Found, confirm, dispute, open_front_page, propose, supersede
from dateline.reports.models import Axis, Claim, SituationPage, Source
from dateline.reports.models.claim_words import Spread
from dateline.reports.plaintext import plain_text

from .. import geography
from ..diary import Diary
from ..maps import kilometres
from .memory import Memory, Step

Table = dict[str, Any]


class NoSuchSentence(ValueError):
    """A claim rests on words that its report does not have. The file has to be mended."""


def situation_steps(table: Table) -> list[Step]:
    """The situation; before the reports, which belong to it."""
    return [Step("situation", partial(open_situation, told=table["situation"]))]


def claim_steps(table: Table, diary: Diary) -> list[Step]:
    """Everybody who says something, every claim, and in the end what became of it."""
    rows: dict[str, Table] = table["claims"]
    later = {name: row["then"] for name, row in rows.items() if "then" in row}
    return [
        *(Step(f"source:{name}", partial(name_source, words=words)) for name, words in table["sources"].items()),
        *(Step(f"claim:{name}", partial(claim, row=row, diary=diary)) for name, row in rows.items()),
        *(Step(f"then:{name}", partial(become, name=name, then=then, diary=diary)) for name, then in later.items()),
    ]


def open_situation(memory: Memory, *, told: Table) -> SituationPage:
    """Its page, on ground of the valley's own."""
    page = SituationPage(
        title=told["title"],
        slug=told["slug"],
        standfirst=told["standfirst"],
        ground=memory.thing(f"map:{told['ground']}"),
    )
    axis = told["axis"]
    longitude, latitude = geography.degrees(kilometres(axis["at"]))
    page.axes = [Axis(name=axis["name"], place_name=axis["place"], latitude=latitude, longitude=longitude)]
    open_front_page().add_child(instance=page)
    page.save_revision(clean=False).publish(log_action=False)
    return page


def name_source(memory: Memory, *, words: Table) -> Source:
    """Whose word it is; the newsroom may have named it before."""
    return Source.objects.get_or_create(name=words["name"], defaults=words)[0]


def claim(memory: Memory, *, row: Table, diary: Diary) -> Claim | None:
    """A claim as it was let out with its report; none where the report or the editor was deleted."""
    report, editor = memory.thing(f"report:{row['report']}"), memory.thing("user:ada")
    if report is None or editor is None:
        return None
    at = diary.moment(row["out"]) if "out" in row else report.first_published_at
    start = plain_text(report).find(row["quote"])
    if start < 0:
        raise NoSuchSentence(row["quote"])
    fields = words_of(row, memory, diary) | place_of(row)
    if row.get("axis") and report.situation:
        fields["axis"] = report.situation.axes.first()
    found = Found(quote=row["quote"], quote_start=start if row["quote"] else None, fields=fields)
    made = propose(report=report, found=found, by=editor, now=at)
    confirm(claim=made, by=editor, now=at)
    return made


def words_of(row: Table, memory: Memory, diary: Diary) -> Table:
    """What, when, and who says so."""
    return {
        "statement": row["statement"],
        "source": memory.thing(f"source:{row['source']}"),
        "modality": row.get("modality", "asserted"),
        "begins": diary.moment(row["begins"]),
        "when_precision": row.get("precision", "hour"),
        "when_basis": "explicit",
    }


def place_of(row: Table) -> Table:
    """Where, if that is known."""
    if "at" not in row:
        return {}
    longitude, latitude = geography.degrees(kilometres(row["at"]))
    within = row.get("radius_km")
    return {
        "place_name": row["place"],
        "latitude": latitude,
        "longitude": longitude,
        "radius_km": within,
        "where_precision": Spread.AREA if within else Spread.EXACT,
    }


def become(memory: Memory, *, name: str, then: Table, diary: Diary) -> Claim | None:
    """What was said of a claim later, as long as both claims are there."""
    one, other, editor = memory.thing(f"claim:{name}"), memory.thing(f"claim:{then['by']}"), memory.thing("user:ada")
    if one is None or other is None or editor is None:
        return None
    at = diary.moment(then["at"])
    if then["kind"] == "dispute":
        dispute(claim=one, by=editor, now=at, why=then["why"], against=[other])
    else:
        supersede(claim=one, later=other, by=editor, now=at, why=then["why"])
    changed: Claim = one
    return changed
