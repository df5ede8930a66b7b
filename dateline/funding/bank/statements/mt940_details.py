"""What a bank writes into ``:86:`` of an MT940, in three common ways.

Subfields (``166?00...?20...``): the agreement of German banks on data formats (DFÜ-Abkommen, appendix 3). Words between
strokes (``/NAME/.../REMI/...``): banks of the Netherlands and others. And plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..iban import iban_or_nothing

SUBFIELDS = re.compile(r"(?P<code>\d{3})(?P<mark>[?<>~^|@])(?=\d\d)", re.ASCII)
PURPOSE = {*map(str, range(20, 30)), *map(str, range(60, 64))}
PURPOSE_WIDTH = 27  # characters of a subfield; a full one is cut within a word
LINE_WIDTH = 65  # the same for a line of the field
SEPA = re.compile(r"(?<![A-Z])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+")
STROKES = re.compile(
    r"/(TRTP|TYPE|CSID|MARF|NAME|REMI|IBAN|BIC|EREF|PREF|KREF|CNTP|ORDP|BENM|UDTR|UCRD|ULTD|ULTC|ID|ADDR|RTRN|PURP|ISDT|SVCL|ACCW)/"
)
# Business transaction codes of the same agreement: returned direct debits, returned and recalled transfers, cheques.
RETURNS = {"108", "109", "159", "181", "182", "183", "184"}


@dataclass(frozen=True)
class Details:
    """What could be told apart; the rest is remittance."""

    remittance: str = ""
    name: str = ""
    iban: str = ""
    end_to_end: str = ""
    returned: bool = False


def read_details(lines: list[str]) -> Details:
    """Read the lines of one field."""
    subfields = SUBFIELDS.match(lines[0])
    if subfields:
        return _subfields(subfields["code"], subfields["mark"], "".join(lines)[3:])
    text = _rejoined(lines, LINE_WIDTH)
    if lines[0].startswith("/") and STROKES.match(lines[0]):
        return _strokes(text)
    return Details(remittance=text)


def _subfields(code: str, mark: str, text: str) -> Details:
    """Read ``?20`` and its like: purpose, account, name."""
    told: dict[str, str] = {}
    for number, words in re.findall(rf"{re.escape(mark)}(\d\d)(.*?)(?={re.escape(mark)}\d\d|$)", text, re.S | re.ASCII):
        told.setdefault(number, words)
    purpose = _rejoined([words for number, words in told.items() if number in PURPOSE], PURPOSE_WIDTH)
    first, *parts = SEPA.split(purpose)
    words = {key: value.strip() for key, value in zip(parts[::2], parts[1::2], strict=True)}
    remittance = words.get("SVWZ", "") if parts else purpose
    return Details(
        remittance=" ".join(filter(None, [first.strip(), remittance])) if parts else remittance,
        name=_rejoined([told.get("32", ""), told.get("33", "")], PURPOSE_WIDTH),
        iban=iban_or_nothing(told.get("31", ""))
        or iban_or_nothing(told.get("38", ""))
        or iban_or_nothing(words.get("IBAN", "")),
        end_to_end=words.get("EREF", ""),
        returned=code in RETURNS,
    )


def _strokes(text: str) -> Details:
    """Read ``/EREF/...``; ``/CNTP/`` holds account, bank, name and place, ``/REMI/`` may begin with its kind."""
    _, *parts = STROKES.split(text)
    words: dict[str, str] = {}
    for key, value in zip(parts[::2], parts[1::2], strict=True):
        words.setdefault(key, value.strip(" "))
    other = (words.get("CNTP", "") + "///").split("/")
    remittance = re.sub(r"^(?:USTD|STRD(?:/CUR)?)?/{0,2}", "", words.get("REMI", ""))
    return Details(
        remittance=remittance.strip(" /"),
        name=(words.get("NAME", "").strip(" /") or other[2]).strip(),
        iban=iban_or_nothing(words.get("IBAN", "").strip("/")) or iban_or_nothing(other[0]),
        end_to_end=words.get("EREF", "").strip(" /"),
        returned="RTRN" in words,
    )


def _rejoined(pieces: list[str], width: int) -> str:
    """Join what was cut to ``width``: a full piece goes on within the word, a shorter one ends with it."""
    text = ""
    for piece in pieces:
        text += piece if len(piece) >= width else f"{piece} "
    return " ".join(text.split())
