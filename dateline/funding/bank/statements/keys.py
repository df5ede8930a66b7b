"""By what a movement is known again when its statement is imported twice, or once as CAMT.053 and once as MT940.

A key is made of the day of booking, the signed amount in minor units, the currency, and

- where the bank gives its own reference (CAMT ``AcctSvcrRef``, MT940 ``:61:`` after ``//``, a column of a table):
  that reference. Such keys begin with ``b``. They are the same in every format in which the bank tells it.
- otherwise: the other side's IBAN and name, the giver's reference (``EndToEndId``) and the text. Such keys begin with
  ``c``. They are the same whenever the same format is exported again, not from one format to another.

Of words only letters and digits count. Movements of one account and one file that are alike in all this are numbered
by what else is told of them. The account itself is not part of a key, for every format writes it differently: whoever
keeps keys keeps the account beside them. What no key can tell: two alike movements without a bank's reference, on one
day, told in two files that do not overlap. ``once_more`` finds what two formats may tell of one movement.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from .statement import Line, Statement


def with_keys(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return one file's statements with every line's key."""
    alike: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for at, statement in enumerate(statements):
        for index, line in enumerate(statement.lines):
            alike[statement.account, *_marks(line)].append((at, index))
    keyed = [list(statement.lines) for statement in statements]
    for (_account, kind, *marks), places in alike.items():
        places.sort(key=lambda place: _contents(statements[place[0]].lines[place[1]]))
        for number, (at, index) in enumerate(places):
            keyed[at][index] = replace(keyed[at][index], key=f"{kind}-{_digest([*marks, str(number)])}")
    return tuple(replace(statement, lines=tuple(lines)) for statement, lines in zip(statements, keyed, strict=True))


def once_more(lines: Iterable[Line], known: Iterable[Line]) -> list[tuple[Line, Line]]:
    """Pair each new line with known ones of another key that may be the same money. Both are of one account.

    That is: the same day and amount, where one has the bank's reference and the other not, and no two IBANs that
    differ; or the same day and reference, where one format told a collective entry apart. A person decides.
    """
    by_day: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    keys = set()
    for line in known:
        keys.add(line.key)
        by_day[line.booked_on, line.money].append(line)
        by_day[line.booked_on, _letters(line.bank_reference)].append(line)
    new = [line for line in lines if line.key not in keys]
    return [
        (line, other) for line in new for other in by_day[line.booked_on, line.money] if _may_be_one(line, other)
    ] + [
        (line, other)
        for line in new
        for other in by_day[line.booked_on, _letters(line.bank_reference)]
        if line.bank_reference and line.money != other.money
    ]


def _may_be_one(line: Line, other: Line) -> bool:
    return line.key[:1] != other.key[:1] and (not line.iban or not other.iban or line.iban == other.iban)


def _marks(line: Line) -> list[str]:
    """Return the kind of key that a line has and what it is made of."""
    common = [line.booked_on.isoformat(), str(line.money.amount), line.money.currency]
    own = _letters(line.bank_reference)
    return ["b", *common, own] if own else ["c", *common, *_contents(line)]


def _contents(line: Line) -> list[str]:
    return [line.iban, _letters(line.end_to_end), _letters(line.remittance), _letters(line.name)]


def _letters(text: str) -> str:
    """Leave letters and digits, in one case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _digest(parts: list[str]) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
