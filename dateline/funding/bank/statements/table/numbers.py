"""Amounts of a table: which sign is the decimal mark, and which amounts go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dateline.lib.money import exponent

from ...sentence import bank_says
from ..questions import Answers, Candidate, Question, settled

GROUPS = {".": r"[,'’ ]", ",": r"[.'’ ]"}
LONGEST = 60  # characters of an amount with its sign and currency
MARKS = (".", ",")
NAMES = {".": bank_says("point (.)"), ",": bank_says("comma (,)")}
UNIT = r"(?:[^\W\d]{1,4}\.?|[$€£¥₴₹₪]|kr\.?)"
AMOUNT = (
    r"(?P<open>\()?(?P<before>[-+])? ?(?P<whole>\d{{1,3}}(?P<sep>{group})\d{{3}}(?:(?P=sep)\d{{3}})*|\d{{1,15}})"
    r"(?:{mark}(?P<rest>\d*))? ?(?P<behind>[-+])?(?P<close>\))?"
)
ARABIC = str.maketrans({"٫": "\x01", "٬": None, "−": "-", "–": "-", "\u200e": None, "\u200f": None, "\u061c": None})


def mark_of(cells: Iterable[tuple[str, str]], answers: Answers) -> str | None:
    """Return the decimal mark with which every (cell, currency) is an amount; None where none is. Raises Unsettled.

    One mark before exactly three digits could group thousands or part thousandths; only in currencies with three
    decimals is there a doubt, for no other has so many.
    """
    told = [cell for cell in dict.fromkeys(cells) if cell[0]]
    readings = {mark: [minor_units(cell, currency, mark) for cell, currency in told] for mark in MARKS}
    whole = {mark: amounts for mark, amounts in readings.items() if None not in amounts}
    if len(whole) == 2 and whole["."] == whole[","]:
        return "."
    candidates = []
    for mark, amounts in whole.items():
        place = next(
            (place for place, pair in enumerate(zip(*readings.values(), strict=True)) if pair[0] != pair[1]), 0
        )
        candidates.append(Candidate(mark, f"{told[place][0]} = {amounts[place]}" if told else "", NAMES[mark]))
    if not candidates:
        return None
    return settled(Question("decimal mark", bank_says("Which is the decimal mark?"), tuple(candidates)), answers)


@lru_cache(10_000)  # each is read with both marks, and again with the right one
def minor_units(cell: str, currency: str, mark: str) -> int | None:
    """Read a signed amount in minor units; None for what is none. The sign may stand behind, or be brackets."""
    if len(cell) > LONGEST:
        return None
    text = "".join(map(_plain, cell.translate(ARABIC))).replace("\x01", mark).strip()
    text = re.sub(rf"^(\(?[-+]? ?){UNIT} ?|(?<=[\d)\-+]) ?{UNIT}(?=[-+)]?$)", r"\1", text).strip()
    match = re.fullmatch(AMOUNT.format(group=GROUPS[mark], mark=re.escape(mark)), text, re.ASCII)
    digits = exponent(currency)
    if not match or len(match["rest"] or "") > digits or bool(match["open"]) != bool(match["close"]):
        return None
    if sum(map(bool, (match["open"], match["before"], match["behind"]))) > 1:
        return None
    whole = int(re.sub(r"\D", "", match["whole"]))
    amount = whole * 10**digits + int((match["rest"] or "").ljust(digits, "0") or "0")
    return -amount if match["open"] or "-" in {match["before"], match["behind"]} else amount


def _plain(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return " " if character.isspace() else character
