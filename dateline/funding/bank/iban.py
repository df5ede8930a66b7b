"""Account numbers and banks: IBAN (ISO 13616, lengths of SWIFT's IBAN registry, release 101) and BIC (ISO 9362)."""

from __future__ import annotations

import re

from .mod97 import holds
from .sentence import SaidError

LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
LENGTH_OF: dict[str, int] = {country: length for length, countries in LENGTHS.items() for country in countries.split()}
# ISO 3166-1 alpha-2, and XK, which banks of Kosovo have: what may stand as the country of a BIC.
NATIONS = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY "
    "BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK "
    "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR "
    "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
    "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
    "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
COUNTRIES = frozenset(NATIONS.split())
BLANKS = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\ufeff-]+")
BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


class BadIban(SaidError):
    """Not an IBAN, and why. The same again does not help."""


class BadBic(SaidError):
    """Not a BIC, and why. The same again does not help."""


def check_iban(typed: str) -> str:
    """Return what was typed as an IBAN without blanks. Raises BadIban with the first thing that is wrong."""
    iban = BLANKS.sub("", typed).upper()
    if not iban:
        raise BadIban("The IBAN is missing.")
    strange = re.search(r"[^A-Z0-9]", iban)
    if strange:
        raise BadIban("An IBAN has letters A to Z and digits only; this one has “%(sign)s”.", sign=strange[0])
    if not re.match(r"[A-Z]{2}[0-9]{2}", iban):
        raise BadIban("An IBAN begins with two letters for the country and two digits.")
    length = LENGTH_OF.get(iban[:2])
    if length is None:
        raise BadIban("No country with IBANs is “%(country)s”.", country=iban[:2])
    if len(iban) != length:
        raise BadIban(
            "An IBAN of %(country)s has %(length)s characters; this one has %(told)s.",
            country=iban[:2],
            length=length,
            told=len(iban),
        )
    if not holds(iban) or iban[2:4] in {"00", "01", "99"}:  # 02 to 98 are what the formula gives
        raise BadIban("The check digits do not fit: a character is wrong, or two are swapped.")
    return iban


def is_iban(text: str) -> bool:
    """Say whether ``text`` is an IBAN."""
    return bool(iban_or_nothing(text))


def iban_or_nothing(text: str) -> str:
    """Return an IBAN without blanks, or nothing where ``text`` is something else, such as a national number."""
    try:
        return check_iban(text)
    except BadIban:
        return ""


def ibans_in(text: str) -> set[str]:
    """Return every IBAN in a text, with or without blanks."""
    found = set()
    for start in re.finditer(r"(?<![A-Z0-9])[A-Z]{2}[0-9]{2}", text):
        rest = BLANKS.sub("", text[start.start() : start.start() + 60])
        found.add(iban_or_nothing(rest[: LENGTH_OF.get(start[0][:2], 0)]))
    return found - {""}


def check_bic(typed: str) -> str:
    """Return what was typed as a BIC. Raises BadBic. Whether such a bank exists cannot be seen from it."""
    bic = BLANKS.sub("", typed).upper()
    if not bic:
        raise BadBic("The BIC is missing.")
    if len(bic) not in {8, 11}:
        raise BadBic("A BIC has 8 or 11 characters; this one has %(told)s.", told=len(bic))
    if not BIC.fullmatch(bic):
        raise BadBic("A BIC has its country as fifth and sixth character, and letters A to Z and digits only.")
    if bic[4:6] not in COUNTRIES:
        raise BadBic(
            "The fifth and sixth character of a BIC are its country; no country is “%(country)s”.", country=bic[4:6]
        )
    return bic


def is_account(told: str, iban: str) -> bool:
    """Say whether the account that a statement names (IBAN, or ``bank/number``, perhaps with a currency) is ``iban``.

    A national number counts when its bank and its number, less leading zeros, are those at the start and end of what
    follows the IBAN's check digits.
    """
    plain = re.sub(r"[^A-Z0-9/]", "", told.upper())
    if not plain:
        return False
    if plain[:24].startswith(iban) or (len(plain) > 3 and plain[:-3] == iban):
        return True
    bank, slash, number = re.sub(r"[A-Z]{3}$", "", plain).rpartition("/")
    national = iban[4:]
    number = number.lstrip("0")
    return bool(slash and number and bank and national.startswith(bank) and national[len(bank) :].lstrip("0") == number)
