"""Words and rules fit together."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from dateline.reading.dates.english import words as english
from dateline.reading.dates.german import words as german

LANGUAGES = [english, german]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_of_two_classes(language):
    """The second would hide the first."""
    counts = Counter(word for entries in language.WORDS.values() for word in entries)
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_class_is_in_some_rule(language):
    """What no rule asks for need not be known."""
    folder = Path(language.__file__).parent
    rules = [path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "words.py"]
    written = "\n".join((*rules, *language.MACROS.values()))
    names = (*language.WORDS, *language.MACROS)
    assert [name for name in names if not re.search(rf"\b{name}\b", written)] == []


def test_a_rule_that_names_no_class_is_refused():
    """A slip of the pen is found at import."""
    with pytest.raises(KeyError):
        english.GRAMMAR.compile("MONTH DAYS")
