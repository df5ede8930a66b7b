"""A bank's sentences in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as in_language

from dateline.lib.money import Money

from .bank.reference import written
from .bank.sentence import Sentence


def in_words(sentence: Sentence) -> str:
    """Return ``sentence`` in the language of the page, with what goes into it as people write it there."""
    return in_language(sentence.words) % {name: _shown(name, value) for name, value in sentence.slots.items()}


def _shown(name: str, value: object) -> Any:
    if isinstance(value, Sentence):
        return in_words(value)
    if isinstance(value, Money):
        return value.text(get_language() or "en")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return written(value) if name == "reference" and isinstance(value, str) else value
