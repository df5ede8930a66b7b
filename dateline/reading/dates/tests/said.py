"""What tests ask: which times a sentence names, published on a Friday."""

from __future__ import annotations

from datetime import date

from dateline.reading.dates import Mention, read_dates

FRIDAY = date(2017, 11, 3)


def said(text: str, published: date = FRIDAY, language: str = "en") -> dict[str, str]:
    """Each piece of text that names a time, with its value."""
    return {each.text: each.value for each in read_dates(text, published, language=language)}


def only(text: str, published: date = FRIDAY) -> Mention:
    """The one time that a text names."""
    (mention,) = read_dates(text, published)
    return mention
