"""The square on a page that fills in a transfer: EPC069-12 version 002 (European Payments Council), also "GiroCode".

Twelve lines at most, in UTF-8, of which the last that are empty are left out; euros only; 331 bytes in all; error
correction M; no larger than version 13 of the QR code (ISO/IEC 18004).
"""

from __future__ import annotations

import re
import unicodedata

import segno

from dateline.lib.money import Money

from .iban import check_bic, check_iban
from .mod97 import holds
from .sentence import SaidError, Sentence, bank_says

LARGEST = Money(99_999_999_999, "EUR")
MAX_BYTES = 331
MAX_VERSION = 13
QUIET = 4  # modules of white around the code, by ISO/IEC 18004
EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
# What the scheme reaches beyond the EEA (EPC409-09); there the bank's BIC has to be told.
BEYOND = "AD AL CH GB GI MC MD ME MK RS SM VA"


class NotForThisCode(SaidError):
    """What the code cannot carry. The same again does not help; the transfer itself may still be possible."""


def payload(
    *,
    name: str,
    iban: str,
    bic: str = "",
    money: Money | None = None,
    reference: str = "",
    text: str = "",
    purpose: str = "",
    hint: str = "",
) -> str:
    """Return the lines of the code. Without ``money`` the giver types the amount.

    ``reference`` is a creditor reference (ISO 11649), ``text`` free words instead; ``purpose`` an ISO 20022 code of up
    to four letters; ``hint`` up to 70 characters that the giver is shown. Raises NotForThisCode, BadIban, BadBic.
    """
    account = check_iban(iban)
    lines = ["BCD", "002", "1", "SCT", _bank(bic, account), _line(bank_says("name"), name, 70), account, _amount(money)]
    lines += [
        _purpose(purpose),
        _reference(reference),
        _line(bank_says("text"), text, 140),
        _line(bank_says("hint"), hint, 70),
    ]
    if not lines[5]:
        raise NotForThisCode("The code needs the name of who receives the money.")
    if reference and text:
        raise NotForThisCode("The code carries a reference or a text, not both.")
    told = "\n".join(lines).rstrip("\n")
    if len(told.encode()) > MAX_BYTES:
        raise NotForThisCode(
            "All together this is %(told)s bytes, and the code carries %(most)s: shorten the text.",
            told=len(told.encode()),
            most=MAX_BYTES,
        )
    return told


def svg(told: str, title: str) -> str:
    """Draw ``told`` as one ``<svg>`` to stand in a page: no style, no script, a title to be read out.

    The white around it is part of it, so that it can be scanned from a dark page. It is as wide as the page says.
    Raises NotForThisCode where it would be larger than banks' programs must read.
    """
    code = segno.make_qr(told, error="m", boost_error=False, encoding="utf-8")
    if int(code.version) > MAX_VERSION:
        raise NotForThisCode("This is too long for the code: shorten the text.")
    drawn = code.svg_inline(
        title=title, omitsize=True, dark="#000", light="#fff", border=QUIET, svgclass=None, lineclass=None
    )
    return drawn.replace("<svg ", '<svg role="img" ', 1)


def _line(what: Sentence, words: str, most: int) -> str:
    """Return one line of words; a break in it would move all that follows to another meaning."""
    line = unicodedata.normalize("NFC", words.strip())
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"} for character in line):
        raise NotForThisCode("The %(what)s must be one line of plain characters.", what=what)
    if len(line) > most:
        raise NotForThisCode(
            "The %(what)s has %(told)s characters; the code carries %(most)s.", what=what, told=len(line), most=most
        )
    return line


def _bank(bic: str, iban: str) -> str:
    """Return the BIC, which may be missing within the EEA only."""
    country = iban[:2]
    if country not in f"{EEA} {BEYOND}".split():
        raise NotForThisCode(
            "The code is for accounts that SEPA transfers reach; %(country)s is not among them.", country=country
        )
    if not bic and country in BEYOND.split():
        raise NotForThisCode("The code needs the BIC for an account in %(country)s.", country=country)
    return check_bic(bic) if bic else ""


def _amount(money: Money | None) -> str:
    """Return ``EUR10.50``; one cent to 999,999,999.99 euros."""
    if money is None:
        return ""
    if money.currency != "EUR":
        raise NotForThisCode("The code is for euros only; this is %(currency)s.", currency=money.currency)
    if not 1 <= money.amount <= LARGEST.amount:
        raise NotForThisCode("The code carries between one cent and 999,999,999.99 euros.")
    return f"EUR{money.plain}"


def _purpose(purpose: str) -> str:
    if not re.fullmatch(r"[A-Z0-9]{0,4}", purpose):
        raise NotForThisCode("A purpose is a code of up to four capital letters, such as CHAR.")
    return purpose


def _reference(reference: str) -> str:
    """Return a creditor reference whose check holds; a bank would refuse the whole code otherwise."""
    plain = reference.replace(" ", "").upper()
    if plain and not (re.fullmatch(r"RF\d\d[A-Z0-9]{1,21}", plain, re.ASCII) and holds(plain)):
        raise NotForThisCode(
            "“%(reference)s” is not a creditor reference (RF, two check digits, up to 21 characters).",
            reference=reference,
        )
    return plain
