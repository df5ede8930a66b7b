"""Wherever a page prints its headline, its category and the heading of its comments, they come out in their places."""

from __future__ import annotations

import pytest

from dateline.imports.page.reader import read_page
from dateline.imports.record import Fate, Record

HEADLINE = "Ferry Runs Again After Eleven Days"
TEXT = "The ferry left at six.\n\nIts captain waved."
COMMENTS = "  • Ben\n\n    I waved back.\n\n  • Dee\n\n    So did I."
KNOWN = [
    f"{HEADLINE}\n\n{HEADLINE} [Holm Quay]",
    f"{HEADLINE} [Holm Quay]\n\n{HEADLINE}",
    f"{HEADLINE} (Holm Quay)\n{HEADLINE}",
    f"{HEADLINE}\n\n(Holm Quay) {HEADLINE}",
    f"[Holm Quay]: {HEADLINE}\n\n{HEADLINE} (Holm Quay)",
    f"{HEADLINE} [Holm Quay]",
    f"{HEADLINE}\n[Holm Quay]",
    f"{HEADLINE}\n\n{HEADLINE}\n\n(Holm Quay)",
    f"{HEADLINE}\n[Holm Quay]\n{HEADLINE}",
    f"[Holm Quay]\n\n{HEADLINE}",
    f"{HEADLINE} [Holm Quay]\n\n{HEADLINE.upper()}\n\nHolm Quay",
]


def read(head: str, before_comments: str = "", comments: str = COMMENTS) -> Record:
    parts = [head, TEXT, before_comments, comments]
    return read_page("\n\n".join(part for part in parts if part).encode())


@pytest.mark.parametrize("head", KNOWN)
def test_the_category_is_the_kicker_wherever_its_brackets_stand(head: str) -> None:
    record = read(head)
    assert (record.post.headline, record.post.category) == (HEADLINE, "Holm Quay")
    assert record.post.paragraphs == TEXT.split("\n\n")
    assert not record.doubts
    assert not record.lines_with(Fate.UNPLACED)


@pytest.mark.parametrize(
    ("head", "kicker", "why"),
    [
        (f"{HEADLINE} (Holm Quay)", "Holm Quay", "may be part of it"),
        (f"{HEADLINE}\n\n{HEADLINE}\n\nHolm Quay", "Holm Quay", "stands alone beneath the headline"),
        (f"{HEADLINE} [Holm Quay]\n\n{HEADLINE} [River]", "Holm Quay", "another category"),
        (f"{HEADLINE} [Holm Quay]\n\n[River]", "Holm Quay", "may be the kicker"),
        (f"{HEADLINE}\n\n{HEADLINE.replace('Eleven', 'Elven')}", "", "not quite the same"),
    ],
)
def test_what_is_a_guess_is_doubted(head: str, kicker: str, why: str) -> None:
    record = read(head)
    assert (record.post.headline, record.post.category) == (HEADLINE, kicker)
    assert record.post.paragraphs == TEXT.split("\n\n")
    (doubt,) = [words for _, words in record.doubts]
    assert why in doubt


def test_brackets_that_the_headline_keeps_both_times_stay_in_it() -> None:
    record = read(f"{HEADLINE} (Twice)\n\n{HEADLINE} (Twice) [Holm Quay]")
    assert (record.post.headline, record.post.category) == (f"{HEADLINE} (Twice)", "Holm Quay")
    assert not record.doubts


@pytest.mark.parametrize("heading", ["Comments", "2 comments", "Comments (2):", "Discussion", "Join the discussion"])
@pytest.mark.parametrize("ask", ["", "Please support us with a gift.\n\n"])
def test_the_heading_of_the_comments_is_no_paragraph(heading: str, ask: str) -> None:
    record = read(HEADLINE, ask + heading)
    assert record.post.paragraphs == TEXT.split("\n\n")
    assert not record.doubts


def test_a_number_of_comments_that_is_not_met_is_doubted() -> None:
    assert read(HEADLINE, "12 comments").doubts == [(1, "The page says that it has 12 comments; 2 were found.")]
    assert read(HEADLINE, "12 comments", comments="").doubts == [
        (1, "The page says that it has 12 comments; 0 were found.")
    ]


def test_a_few_words_that_end_no_sentence_are_kept_and_doubted() -> None:
    record = read(HEADLINE, "Newest first")
    assert record.post.paragraphs[-1] == "Newest first"
    assert record.doubts == [(7, "“Newest first” is kept as a paragraph, but ends no sentence.")]


def test_a_sentence_about_comments_stays_in_the_text() -> None:
    assert (
        "No comments from the harbour office." in read(HEADLINE, "No comments from the harbour office.").post.paragraphs
    )
