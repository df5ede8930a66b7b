"""A statement as a PDF: A4, as many pages as it takes, mirrored for languages that are read from the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from dateline.lib.money import Money
from dateline.people import moments

from .figures import Line, Statement, Sums
from .paper import HEIGHT, INNER, MARGIN, Paper, Place

DAY, RECEIPT = Place(0, 52), Place(52, 42)
AMOUNT, BACK = Place(94, 38, end=True), Place(132, 38, end=True)
WHOLE, ENDING = Place(0, INNER), Place(0, INNER, end=True)
TOP, BOTTOM = 24.0, HEIGHT - 26  # of what is written on a page
ROW, WORDS, SMALL = 7.0, 4.6, 8.5  # millimetres, millimetres, points


@dataclass(frozen=True, slots=True)
class Text:
    """One line of the sheet: its cells, and how far down the next one stands."""

    cells: tuple[tuple[str, Place], ...]
    height: float = ROW
    size: float = 10
    bold: bool = False
    grey: int = 0
    ruled: bool = False


Block = Sequence[Text]  # lines that stay on one page


def sheet_of(statement: Statement) -> bytes:
    """Return the PDF, in the active language. The same statement gives the same bytes."""
    with timezone.override(statement.newsroom.zone):
        paper = Paper(
            title=_title(statement),
            author=statement.newsroom.name,
            language=get_language() or "en",
            is_rtl=get_language_bidi(),
            day=statement.last,
        )
        pages = _in_pages([_head(paper, statement)], [*_rows(paper, statement), *_foot(paper, statement)])
        for number, page in enumerate(pages, 1):
            _draw(paper, statement, page, number, len(pages))
    return paper.bytes()


def _title(statement: Statement) -> str:
    days = {"first": _day(statement.first), "last": _day(statement.last)}
    return _("Gifts from %(first)s to %(last)s") % days


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _money(money: Money) -> str:
    return money.text(get_language() or "en")


def _head(paper: Paper, statement: Statement) -> Block:
    """Who says it, of which days, to whom."""
    named = [Text(((line, WHOLE),), 9, 18, True) for line in paper.wrap(statement.newsroom.name, INNER, size=18)]
    titled = [Text(((line, WHOLE),), 7, 13) for line in paper.wrap(_title(statement), INNER, size=13)]
    runs = (
        [Text(((_("The year still runs: what comes later is not on this sheet."), WHOLE),), 6)]
        if statement.runs
        else []
    )
    givers = [_("Given by %(mail)s") % {"mail": giver} for giver in statement.givers]
    given = [Text(((line, WHOLE),), 6) for giver in givers for line in paper.wrap(giver, INNER)]
    mark = [Text(((_rehearsed(), WHOLE),), 8, 11, True)] if statement.is_rehearsal else []
    return [*named, *titled, *runs, *given, *mark, Text((), 4)]


def _rehearsed() -> str:
    return _("This is a rehearsal: no money has moved.")


def _columns() -> Block:
    cells = ((_("Received"), DAY), (_("Receipt"), RECEIPT), (_("Amount"), AMOUNT), (_("Went back"), BACK))
    return [Text(cells, ROW, 9, True, ruled=True)]


def _rows(paper: Paper, statement: Statement) -> Iterator[Block]:
    """One block for each gift: its figures, and below them name, dedication and what was for the fee."""
    for line in statement.lines:
        cells = ((moments.day(line.at), DAY), (line.receipt, RECEIPT), (_money(line.money), AMOUNT))
        back = ((_money(line.back), BACK),) if line.back else ()
        below = [Text(((words, WHOLE),), WORDS, SMALL, grey=90) for words in _below(paper, line)]
        yield [Text((*cells, *back), ROW if not below else 5.4), *below, Text((), 1.6, ruled=True)]


def _below(paper: Paper, line: Line) -> Iterator[str]:
    if line.words:
        yield from paper.wrap(line.words, INNER, size=SMALL)
    if line.fee:
        yield _("Of it meant for the payment’s fee: %(fee)s") % {"fee": _money(line.fee)}


def _foot(paper: Paper, statement: Statement) -> Iterator[Block]:
    """The sums by currency, then what the newsroom says on receipts, and whom to ask."""
    for sums in statement.sums:
        yield _summed(sums)
    yield [Text((), 6)]
    for line in paper.wrap(statement.words, INNER):
        yield [Text(((line, WHOLE),), 5)]
    contact = statement.newsroom.contact
    asked = _("Something is wrong? Write to %(contact)s.") % {"contact": contact} if contact else ""
    yield [Text((), 2), Text(((asked, WHOLE),), 6)]


def _summed(sums: Sums) -> Block:
    total = ((_("Together"), DAY), (_money(sums.given), AMOUNT), (_money(sums.back), BACK))
    left = ((_("Given, less what went back"), DAY), (_money(sums.left), AMOUNT))
    return [Text((), 2), Text(total, ROW, bold=True), Text(left, ROW, bold=True)]


def _in_pages(head: Sequence[Block], blocks: Sequence[Block]) -> list[list[Text]]:
    """Return the lines of each page. The first begins with the head, each with the columns; no block is torn."""
    pages = [[line for block in [*head, _columns()] for line in block]]
    for block in blocks:
        if _height([*pages[-1], *block]) > BOTTOM - TOP:
            pages.append(list(_columns()))
        pages[-1] += block
    return pages


def _height(lines: Sequence[Text]) -> float:
    return sum(line.height for line in lines)


def _draw(paper: Paper, statement: Statement, page: Sequence[Text], number: int, last: int) -> None:
    """Draw one page, with its number and, in a rehearsal, what it is."""
    paper.page()
    y = TOP
    for line in page:
        for text, place in line.cells:
            if text:
                paper.write(text, place, y, size=line.size, bold=line.bold, grey=line.grey)
        y += line.height
        if line.ruled:
            paper.rule(y - 1)
    foot = HEIGHT - MARGIN + 2
    paper.rule(foot - 2)
    said = f"{statement.newsroom.name} · {_rehearsed()}" if statement.is_rehearsal else statement.newsroom.name
    paper.write(said, WHOLE, foot, size=SMALL, grey=90)
    paper.write(_("Page %(number)s of %(last)s") % {"number": number, "last": last}, ENDING, foot, size=SMALL, grey=90)
