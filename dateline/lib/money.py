"""Money as a whole number of minor units and its currency; never a float, never a bare number.

Exponents are those of ISO 4217 (list one). A payment provider may count differently (Stripe sends ISK and UGX times
100); such exceptions belong to the provider's own file, not here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: "AED AFN ALL AMD AUD AZN BAM BDT BGN BRL BYN CAD CHF CNY COP CRC CZK DKK DZD EGP EUR GBP GEL GHS HKD HUF "
    "IDR ILS INR IRR KES KGS KZT LBP LKR MAD MDL MKD MMK MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN QAR RON RSD RUB "
    "SAR SDG SEK SGD SYP THB TJS TMT TRY TWD TZS UAH USD UYU UZS YER ZAR ZMW",
    3: "BHD IQD JOD KWD LYD OMR TND",
}
EXPONENTS: dict[str, int] = {code: digits for digits, codes in DIGITS.items() for code in codes.split()}
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "UAH": "₴", "JPY": "¥", "PLN": "zł", "CZK": "Kč", "INR": "₹", "ILS": "₪"}
NARROW_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
# Grouping and decimal mark by language, from CLDR's number symbols; English where a language is not named.
MARKS = {
    "de": (".", ","),
    "es": (".", ","),
    "it": (".", ","),
    "nl": (".", ","),
    "pt": (".", ","),
    "tr": (".", ","),
    "da": (".", ","),
    "fr": (NARROW_SPACE, ","),
    "uk": (HARD_SPACE, ","),
    "ru": (HARD_SPACE, ","),
    "pl": (HARD_SPACE, ","),
    "cs": (HARD_SPACE, ","),
    "sv": (HARD_SPACE, ","),
    "nb": (HARD_SPACE, ","),
    "fi": (HARD_SPACE, ","),
}
SEPARATORS = re.compile(r"[.,٫٬’']")
SIGN = r"(?:[^\W\d]{1,3}\.?|[$€£¥₴₹₪])"
SIGN_OR_CODE = re.compile(rf"^{SIGN} *| *{SIGN}$")


class BadAmount(ValueError):
    """What was typed is not one clear amount. Trying again helps only when it is typed differently."""


class UnknownCurrency(ValueError):
    """A currency whose minor unit we do not know; guessing it could be wrong by a hundred."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """``amount`` minor units of ``currency`` (ISO 4217). ``Money(1050, "USD")`` is ten dollars fifty."""

    amount: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.amount, bool) or not isinstance(self.amount, int):
            raise TypeError("Money counts minor units in whole numbers.")
        exponent(self.currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __str__(self) -> str:
        return self.text()

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be reckoned together without a rate.")
        return other.amount

    @property
    def plain(self) -> str:
        """The amount as a machine writes it: ``10.50``, ``10``, ``-3.25``."""
        return _written(self.amount, exponent(self.currency), "", ".")

    def text(self, language: str = "en") -> str:
        """Write it for people: number, hard space, sign. Whole amounts have no decimals: ``5,000 $``."""
        group, mark = _marks(language)
        number = _written(self.amount, exponent(self.currency), group, mark)
        return f"{number}{HARD_SPACE}{SIGNS.get(self.currency, self.currency)}"


def _marks(language: str) -> tuple[str, str]:
    """Return the marks of thousands and of decimals."""
    return MARKS.get(language.split("-")[0].lower(), (",", "."))


def decimal_mark(language: str) -> str:
    """Return the mark before decimals in ``language``."""
    return _marks(language)[1]


def exponent(currency: str) -> int:
    """Return how many decimal digits ``currency`` has. Raises UnknownCurrency rather than guess."""
    try:
        return EXPONENTS[currency]
    except KeyError as error:
        raise UnknownCurrency(f"We do not know how {currency!r} is divided.") from error


def whole(units: int, currency: str) -> Money:
    """Return ``units`` whole units: ``whole(10, "USD")`` is ten dollars."""
    return Money(units * 10 ** exponent(currency), currency)


def parse_money(typed: str, currency: str) -> Money:
    """Read what a person typed in a field whose currency is known: ``10``, ``10.50``, ``10,50``, ``$ 1,000``, ``١٠``.

    One mark followed by exactly three digits groups thousands, except in currencies with three decimals, where it could
    be either and is refused. Raises BadAmount.
    """
    digits = exponent(currency)
    text = "".join(_plain_character(character) for character in typed.strip())
    text = SIGN_OR_CODE.sub("", text, count=1).strip().replace(" ", "")
    if not re.fullmatch(r"\d{1,15}(?:[.,٫٬’']\d+)*", text, re.ASCII):
        raise BadAmount("This is not an amount of money.")
    whole_part, decimals = _split(text, digits)
    if len(decimals) > digits:
        raise BadAmount("This has more decimals than the currency.")
    return Money(int(whole_part) * 10**digits + int(decimals.ljust(digits, "0") or "0"), currency)


def _plain_character(character: str) -> str:
    """Turn any script's digit into an ASCII one, and any space into a plain one."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return " " if character.isspace() else character


def _split(text: str, digits: int) -> tuple[str, str]:
    """Return the whole part and the decimals of ``text``. Raises BadAmount where it can be read in two ways."""
    marks = SEPARATORS.findall(text)
    parts = SEPARATORS.split(text)
    if not marks:
        return text, ""
    groups_well = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    if len(set(marks)) == 1 and groups_well:
        if len(marks) == 1 and digits == 3:
            raise BadAmount("This can be read as thousands or as decimals.")
        return "".join(parts), ""
    grouped = parts[:-1]
    if len(grouped) > 1 and (any(len(part) != 3 for part in grouped[1:]) or len(set(marks[:-1])) > 1):
        raise BadAmount("The thousands are grouped in an unclear way.")
    if len(marks) > 1 and marks[-1] in marks[:-1]:
        raise BadAmount("The decimal mark is unclear.")
    return "".join(grouped), parts[-1]


def _written(amount: int, digits: int, group: str, mark: str) -> str:
    """Write ``amount`` minor units with the given marks; decimals only where there are any."""
    units, rest = divmod(abs(amount), 10**digits)
    number = f"{units:,}".replace(",", group)
    if rest:
        number += f"{mark}{rest:0{digits}d}"
    return f"−{number}" if amount < 0 and group else f"-{number}" if amount < 0 else number
