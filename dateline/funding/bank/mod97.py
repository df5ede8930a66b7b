"""The check that IBANs and creditor references share: ISO 7064, MOD 97-10.

Letters count as two digits (A = 10 ... Z = 35). Among digits, and among letters, every single substitution and every
swap of neighbours changes the remainder. A letter against a digit does not always: "2M" and "M2" leave the same.
"""

from __future__ import annotations


def remainder(text: str) -> int:
    """Return what ``text`` (A-Z, 0-9) leaves when divided by 97 as one long number."""
    rest = 0
    for character in text:
        value = int(character, 36)
        rest = (rest * (100 if value > 9 else 10) + value) % 97
    return rest


def check_digits(head: str, body: str) -> str:
    """Return the two digits that make ``head`` + digits + ``body`` right; ``head`` is a country, or ``RF``."""
    return f"{98 - remainder(f'{body}{head}00'):02d}"


def holds(code: str) -> bool:
    """Say whether a code's third and fourth characters fit the rest (its first four go to the end, remainder 1)."""
    return remainder(code[4:] + code[:4]) == 1
