"""The answer for a machine that asks whether we are well."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_house_answers_when_asked_whether_it_is_well(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
