"""Labelled files as people keep them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..columns import columns_of
from ..reading import Form, Row, Unreadable, rows_of
from ..table import MOST_LINES, records
from ..troubles import Troubles


def read(path: Path, content: str | bytes, form: Form | None = None) -> tuple[list[Row], Troubles]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    troubles = Troubles()
    return list(rows_of(str(path), form or Form(), troubles)), troubles


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'text,label\n"Hello, you",1\n'),
        ("a.csv", '\ufefftext,label\r\n"Hello, you",1\r\n'),
        ("a.csv", "text;label\nHello, you;1\n"),
        ("a.tsv", "text\tlabel\nHello, you\t1\n"),
        ("a.tsv", 'text\tlabel\n"Hello, you"\t1\n'),
        ("a.txt", "text\tlabel\nHello, you\t1"),
        ("a.jsonl", '{"text": "Hello, you", "label": "1"}\n'),
        ("a.json", '[{"text": "Hello, you", "label": "1"}]'),
        ("a.json", '{"text": "Hello, you", "label": "1"}\n'),
        ("a.csv.gz", gzip.compress(b'text,label\n"Hello, you",1\n', mtime=0)),
    ],
)
def test_the_kind_of_a_file_is_told_from_its_name_and_first_line(tmp_path: Path, name: str, content: str | bytes):
    rows, troubles = read(tmp_path / name, content)
    assert [row.cells for row in rows] == [{"text": "Hello, you", "label": "1"}]
    assert not troubles.told()


def test_a_file_without_names_has_numbers(tmp_path: Path):
    rows, troubles = read(tmp_path / "a.tsv", "ham\tI am on my way now\nspam\tWin a prize now\n")
    assert rows[0].cells == {"1": "ham", "2": "I am on my way now"}
    assert troubles.no_header
    rows, _troubles = read(tmp_path / "a.csv", "text,label\nHello,1\n", Form(header=False))
    assert rows[0].cells == {"1": "text", "2": "label"}


def test_a_comment_may_have_lines(tmp_path: Path):
    rows, _troubles = read(tmp_path / "a.csv", 'text,label\n"one\ntwo ""quoted""",1\nthree,0\n')
    assert [(row.line, row.cells["text"]) for row in rows] == [(2, 'one\ntwo "quoted"'), (4, "three")]


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path):
    lines = "".join(f"comment {number},0\n" for number in range(MOST_LINES * 2))
    rows, troubles = read(tmp_path / "a.csv", f'text,label\n"so he said,1\n{lines}"at the end,1\n')
    assert len(rows) == MOST_LINES * 2 + 2
    assert rows[0].cells == {"text": '"so he said', "label": "1"}
    assert rows[-1].cells == {"text": '"at the end', "label": "1"}
    assert troubles.quotes == 2


def test_a_line_may_have_a_stray_end_inside(tmp_path: Path):
    rows, troubles = read(tmp_path / "a.csv", 'text,label\r\none\rtwo,1\r\n"three\r\nfour",0\r\n')
    assert [row.cells["text"] for row in rows] == ["one two", "three\nfour"]
    assert not troubles.told()


def test_bad_rows_are_told_with_their_lines(tmp_path: Path):
    rows, _troubles = read(tmp_path / "a.csv", "text,label\na,b,1\nc,0\n")
    assert [(row.line, bool(row.fault)) for row in rows] == [(2, True), (3, False)]
    rows, _troubles = read(tmp_path / "a.jsonl", '{"text": "a"}\nnothing\n[1]\n')
    assert [row.fault for row in rows] == ["", "not JSON", "not a JSON object"]


def test_what_is_not_in_the_encoding_is_replaced_and_told(tmp_path: Path):
    rows, troubles = read(tmp_path / "a.csv", "text,label\nschön,1\n".encode("latin-1"))
    assert rows[0].cells["text"] == "sch\ufffdn"
    assert (troubles.garbled, rows[0].is_garbled) == (1, True)
    assert troubles.told() == ["Line 2 is not UTF-8, which was assumed; name another with --encoding."]
    rows, troubles = read(tmp_path / "a.csv", "text,label\nschön,1\n".encode("latin-1"), Form(encoding="latin-1"))
    assert rows[0].cells["text"] == "schön"
    assert not troubles.told()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b'text,label\n"so\nschon \xff",1\nfine,0\n'),
        ("a.jsonl", b'{"text": "fine"}\n\n{"text": "\xff"}\n'),
        ("a.json", b'[{"text": "fine"},\n\n{"text": "\xff"}]'),
    ],
)
def test_a_row_knows_whether_some_of_it_is_not_in_the_encoding(tmp_path: Path, name: str, content: bytes):
    rows, troubles = read(tmp_path / name, content)
    assert [row.is_garbled for row in rows].count(True) == 1
    assert troubles.told() == ["Line 3 is not UTF-8, which was assumed; name another with --encoding."]


def test_several_lines_are_told_by_the_first(tmp_path: Path):
    _rows, troubles = read(tmp_path / "a.csv", b"text\na\n\xff\n\xff\n", Form(encoding="utf-8"))
    assert troubles.told() == ["2 lines, the first line 3, are not “utf-8”, which was named with --encoding."]


def test_what_is_no_text_is_not_read(tmp_path: Path):
    with pytest.raises(Unreadable, match="is no text"):
        read(tmp_path / "a.csv", bytes(range(256)) * 4)
    with pytest.raises(Unreadable, match="--encoding utf-16"):
        read(tmp_path / "a.csv", "text".encode("utf-16"))
    with pytest.raises(Unreadable, match="was named"):
        read(tmp_path / "a.csv", "text", Form(encoding="utf-16"))


@pytest.mark.parametrize("content", [b"PAR1....", "text".encode("utf-16"), b"\x1f\x8b\x08broken"])
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, content: bytes):
    with pytest.raises(Unreadable):
        read(tmp_path / "a.csv", content)


@given(st.text(max_size=80), st.sampled_from("\t,;"))
def test_no_text_stops_the_reading(text: str, separator: str):
    lines = [(number, f"{line}\n") for number, line in enumerate(text.replace("\r", " ").split("\n"), 1)]
    found = list(records(lines, separator))
    assert len(found) <= len(lines)


def columns(rows: list[dict[str, object]], **told: object) -> tuple[str, str, list[bool | None]]:
    wanted = {"text": None, "label": None, "positive": None, "positive_at": None, **told}
    found = columns_of(rows, **wanted)
    return found.text, found.label, [found.is_positive(row.get(found.label)) for row in rows]


@pytest.mark.parametrize(
    ("yes", "no"), [("1", "0"), ("spam", "ham"), ("sexist", "not sexist"), (True, False), (0.7, 0.2), ("1.0", "0.0")]
)
def test_columns_and_meaning_are_guessed(yes: object, no: object):
    rows = [{"id": "7", "Comment_Text": "You there", "is_toxic": yes}, {"Comment_Text": "Fine", "is_toxic": no}]
    assert columns(rows) == ("Comment_Text", "is_toxic", [True, False])


def test_columns_without_names_are_guessed_by_what_is_in_them():
    rows = [{"1": "ham", "2": "I am on my way"}, {"1": "spam", "2": "Win a prize now"}]
    assert columns(rows) == ("2", "1", [False, True])


def test_what_was_told_is_kept_to():
    rows = [{"a": "bad words", "b": "OFF", "c": 3}, {"a": "good words", "b": "X", "c": None}]
    assert columns(rows, text="a", label="b", positive="off,hate") == ("a", "b", [True, False])
    assert columns(rows, text="a", label="c", positive_at=2.0) == ("a", "c", [True, None])


@pytest.mark.parametrize(
    "told", [{}, {"text": "nothing"}, {"text": "a"}, {"text": "a", "label": "b"}, {"label": "b", "positive": "1"}]
)
def test_what_cannot_be_guessed_is_asked_for_with_what_there_is(told: dict[str, object]):
    with pytest.raises(Unreadable, match="b"):
        columns([{"a": "1234567", "b": "blue"}], **told)
