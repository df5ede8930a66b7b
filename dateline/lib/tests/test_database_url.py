"""One line says where the rows lie; a request waits shorter than a command."""

from __future__ import annotations

import pytest

from dateline.lib.database_url import database_settings, hurried
from dateline.lib.env import BadSetting


def test_a_postgresql_is_asked_with_a_limit_to_everything() -> None:
    found = database_settings("postgres://ada:p%40ss@db.example:5433/news")
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("news", "ada", "p@ss")
    assert found["OPTIONS"]["connect_timeout"] == 3
    assert "lock_timeout=20s" in found["OPTIONS"]["options"]
    assert "statement_timeout=0s" in found["OPTIONS"]["options"]


def test_a_request_waits_seconds_for_either_database() -> None:
    postgresql = hurried(database_settings("postgres://db.example/news"))
    assert "lock_timeout=4s -c statement_timeout=8s" in postgresql["OPTIONS"]["options"]
    sqlite = database_settings("sqlite:////srv/dateline.sqlite3")
    assert sqlite["OPTIONS"]["timeout"] == 20
    assert hurried(sqlite)["OPTIONS"]["timeout"] == 4
    assert sqlite["OPTIONS"]["timeout"] == 20


def test_what_the_address_says_itself_stays() -> None:
    found = database_settings("postgres://db.example/news?sslmode=require&connect_timeout=9&options=-c%20x.y=1")
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["OPTIONS"]["connect_timeout"] == 9
    assert hurried(found)["OPTIONS"]["options"] == "-c x.y=1"
    assert hurried(database_settings("sqlite:////srv/news.sqlite3?timeout=1"))["OPTIONS"]["timeout"] == 1


@pytest.mark.parametrize(
    "url", ["mysql://db.example/news", "db.example", "postgres://db.example:port/news", "postgres://db.example", ""]
)
def test_what_cannot_be_used_is_one_sentence_without_the_password(url: str) -> None:
    with pytest.raises(BadSetting, match=r"^DATABASE_URL [^\n]+\.$"):
        database_settings(url)
