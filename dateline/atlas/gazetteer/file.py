"""The file in which the places lie: where, and how it is laid out."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.lib.env import env_str

LAYOUT = 1  # in the file's name: who has other code never reads a file that it does not understand
CELLS = 360
TABLES = """
    create table place (
      id integer primary key, key text, name text not null, kind text not null, country text not null,
      area text not null, latitude real not null, longitude real not null, population integer not null,
      west real, south real, east real, north real, cell integer not null
    );
    create table name (folded text, place integer, primary key (folded, place)) without rowid;
    create table opening (word text primary key, words integer not null) without rowid;
    create table spelling (country text primary key, names blob not null) without rowid;
    create table adjective (folded text primary key, country text not null) without rowid;
"""
INDEXES = "create index place_by_cell on place (cell); create index place_by_key on place (key) where key is not null;"


def path() -> Path:
    """``DATELINE_GAZETTEER``, or within the environment that the program runs in."""
    told = env_str("DATELINE_GAZETTEER")
    return Path(told) if told else Path(sys.prefix) / "share" / "dateline" / f"gazetteer-{LAYOUT}.sqlite3"


def cell(latitude: float, longitude: float) -> int:
    """The number of the square degree that a point lies in."""
    return int(latitude + 90) * CELLS + int(longitude + 180) % CELLS
