"""A bank's sentences are in the reader's language, and so is every word of ours within them."""

from __future__ import annotations

import pytest
from django.utils import translation

from dateline.funding.bank.sentence import Sentence, bank_says
from dateline.funding.bank.statements import OTHER_KINDS, read_statements
from dateline.funding.bank.statements.statement import UnreadableStatement
from dateline.funding.bank.statements.table.headings import CALLED, NAMES
from dateline.funding.said import in_words
from dateline.funding.statement_forms import QuestionForm

BOTH_WAYS = b"Date,Amount,Currency\n03/04/2026,5.00,EUR\n"


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    with translation.override("de"):
        assert in_words(bank_says("%(what)s", what=Sentence("The file is empty."))) == "Die Datei ist leer."


@pytest.mark.parametrize("beginning", OTHER_KINDS)
def test_what_a_file_is_instead_has_a_language(beginning: bytes) -> None:
    with pytest.raises(UnreadableStatement) as refused:
        read_statements(beginning + b" ...")
    assert isinstance(refused.value.sentence.slots["kind"], Sentence)


def test_every_column_that_may_be_asked_for_has_a_name_for_people() -> None:
    assert CALLED.keys() == NAMES.keys()


def test_an_answer_is_called_by_words_and_shown_with_what_it_reads() -> None:
    form = QuestionForm(questions=read_statements(BOTH_WAYS).questions)
    choices = form.fields["answer:date order"].choices  # type: ignore[attr-defined]
    assert ("day month year", "day first — 03/04/2026 = 2026-04-03") in choices
