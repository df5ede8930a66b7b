"""The assistant's warnings in the editor's language, with their numbers as people write them there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as in_language

from dateline.reading import Warned


def sentence_of(warned: Warned) -> str:
    """Return the warning with both of its numbers; values that are words are translated, too."""
    return in_language(warned.message) % {name: _written(value) for name, value in warned.values.items()}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return number_format(round(value, 1) if value % 1 else int(value), use_l10n=True)
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return in_language(value) if value else ""
