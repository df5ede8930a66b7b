"""The answer for a machine that asks whether we are well."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.test import Client


@pytest.mark.django_db
def test_the_house_answers_when_asked_whether_it_is_well(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"Well.\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_whoever_asks_from_inside_needs_neither_our_name_nor_tls(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_said_without_detail(client: Client) -> None:
    def refuse(*_args: object) -> None:
        raise DatabaseError("the disk of db-3 is full")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert b"db-3" not in response.content
