"""A database is copied as it was at one moment, however often others write meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.imports.backup.sqlite import PAGES, copy_database

ROWS = 400
WORDS = "w" * 60_000  # about 15 pages


def filled(path: Path) -> sqlite3.Connection:
    ours = sqlite3.connect(path, isolation_level=None)
    ours.execute("PRAGMA journal_mode=WAL")
    ours.execute("CREATE TABLE said (words TEXT, number INTEGER)")
    ours.execute("BEGIN")
    ours.executemany("INSERT INTO said VALUES (?, ?)", [(WORDS, number) for number in range(ROWS)])
    ours.execute("COMMIT")
    return ours


def test_those_who_write_meanwhile_neither_wait_nor_make_it_begin_anew(tmp_path: Path) -> None:
    steps: list[int] = []
    with closing(filled(tmp_path / "ours")) as ours:
        pages = ours.execute("PRAGMA page_count").fetchone()[0]

        def write(done: int, _total: int) -> None:
            steps.append(done)
            ours.execute("PRAGMA busy_timeout=0")
            ours.execute("UPDATE said SET words = 'torn' || words, number = -1 WHERE number = ?", [ROWS - len(steps)])
            ours.execute("INSERT INTO said VALUES ('late', 0)")

        copy_database(tmp_path / "ours", tmp_path / "theirs", write)
        assert ours.execute("SELECT COUNT(*) FROM said").fetchone()[0] == ROWS + len(steps)
    assert len(steps) == -(-pages // PAGES) > 3
    assert steps == sorted(steps)
    with closing(sqlite3.connect(tmp_path / "theirs")) as copy:
        assert copy.execute("SELECT COUNT(*), MIN(number) FROM said").fetchone() == (ROWS, 0)
        assert copy.execute("SELECT COUNT(*) FROM said WHERE words LIKE 'torn%'").fetchone() == (0,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert {path.name for path in tmp_path.glob("theirs*")} == {"theirs"}
