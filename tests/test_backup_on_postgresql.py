"""A backup of a newsroom on PostgreSQL, put back into another database of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from .test_backup import files, manifest_of, run, seeded

pytestmark = [pytest.mark.own_database, pytest.mark.thorough]
POSTGRESQL = "postgres://postgres@127.0.0.1:5432"


@pytest.fixture
def databases() -> Iterator[list[str]]:
    """Addresses of two empty databases of our own on this machine's PostgreSQL."""
    try:
        server = psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("no PostgreSQL on this machine")
    names = [f"dateline_backup_{os.getpid()}_{number}" for number in range(2)]
    with server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')
        yield [f"{POSTGRESQL}/{name}" for name in names]
        for name in names:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def said_in(url: str) -> list[tuple[int, str, str, int]]:
    with psycopg.connect(url) as rows:
        return rows.execute("SELECT id, text, path, descendant_count FROM discussion_comment ORDER BY id").fetchall()


def test_on_postgresql_too(databases: list[str], tmp_path: Path) -> None:
    first, second = databases
    home, there, path = tmp_path / "here", tmp_path / "there", tmp_path / "pg.tar"
    seeded(home, 60, url=first)
    made = run(home, "backup", str(path), url=first)
    assert made.returncode == 0, made.stderr
    done = run(there, "restore", str(path), url=second)
    assert done.returncode == 0, done.stderr + done.stdout
    assert said_in(second) == said_in(first)
    assert files(there / "media") == files(home / "media")
    with psycopg.connect(second) as rows:
        rows.execute("UPDATE discussion_comment SET text = 'Later words.' WHERE id = 1")
    assert run(there, "restore", str(path), url=second).returncode == 1
    again = run(there, "restore", "--force", str(path), url=second)
    assert again.returncode == 0, again.stderr + again.stdout
    assert said_in(second) == said_in(first)
    with psycopg.connect(second) as rows:
        aside = rows.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_%'").fetchone()
        assert aside is not None
        assert rows.execute(f"SELECT text FROM {aside[0]}.discussion_comment WHERE id = 1").fetchone() == (
            "Later words.",
        )
    third = run(there, "backup", str(tmp_path / "again.tar"), url=second)
    assert third.returncode == 0, third.stderr
    assert manifest_of(tmp_path / "again.tar")["rows"] == manifest_of(path)["rows"]
    assert run(tmp_path / "elsewhere", "restore", str(path)).returncode == 1  # into SQLite
