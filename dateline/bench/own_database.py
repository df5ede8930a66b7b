"""A database of one's own on a PostgreSQL server, for as long as it is needed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def own_database(server: str) -> Iterator[str]:
    """Make an empty database beside the one that ``server`` names, and drop it in the end, whoever is still in it.

    Gives its address. Raises psycopg.Error where the server is not there, or may not make one.
    """
    name = f"dateline_own_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
