"""Tokens for programs: made on a page, shown once, kept as a hash, bounded in time."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.people.models import ApiToken, User
from dateline.people.tokens import MOST, bearer_of, make_token

pytestmark = pytest.mark.django_db
ASKED = {"name": "My clock", "scopes": ["read", "post"], "days": "7"}


@pytest.fixture
def ben():
    return User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben")


def test_ben_makes_a_token_and_sees_its_key_once(client, ben):
    client.force_login(ben)
    answer = client.post("/account/tokens/", ASKED)
    [key] = re.findall(r"dateline_[\w-]{43}", answer.content.decode())
    assert key not in client.get("/account/tokens/").content.decode()
    made = ApiToken.objects.get()
    assert key not in str(vars(made))
    assert bearer_of(key, now=timezone.now()) == made
    assert (made.may("read"), made.may("post"), made.may("moderate")) == (True, True, False)


def test_the_page_is_its_owners_alone(client, ben):
    assert client.get("/account/tokens/").headers["Location"].startswith("/account/login/")
    client.force_login(ben)
    answer = client.get("/account/tokens/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]


def test_a_reader_is_not_offered_to_moderate(client, ben):
    client.force_login(ben)
    assert client.post("/account/tokens/", {**ASKED, "scopes": ["moderate"]}).status_code == 422
    assert not ApiToken.objects.exists()


def test_ben_revokes_his_and_cass_cannot(client, ben, now):
    key = make_token(user=ben, name="x", scopes=["read"], lasts=timedelta(days=7), now=now)
    path = f"/account/tokens/{ApiToken.objects.get().pk}/revoke/"
    client.force_login(User.objects.create_user("cass"))
    client.post(path)
    assert bearer_of(key, now=now)
    client.force_login(ben)
    client.post(path)
    assert bearer_of(key, now=now) is None


def test_a_token_ends_and_so_do_those_of_a_closed_account(ben, now):
    key = make_token(user=ben, name="x", scopes=["read"], lasts=timedelta(days=7), now=now)
    assert bearer_of(key, now=now + timedelta(days=6))
    assert bearer_of(key, now=now + timedelta(days=8)) is None
    User.objects.update(is_active=False)
    assert bearer_of(key, now=now) is None


def test_its_last_use_is_told_to_the_minute(ben, now):
    key = make_token(user=ben, name="x", scopes=["read"], lasts=timedelta(days=7), now=now)
    for seconds in (0, 30, 90):
        bearer_of(key, now=now + timedelta(seconds=seconds))
        expected = now if seconds < 60 else now + timedelta(seconds=seconds)
        assert ApiToken.objects.get().last_used_at == expected


@pytest.mark.parametrize("key", ["", "dateline_", "x" * 5000, "\ud800", "dateline_\x00"])
def test_what_is_no_key_opens_nothing(ben, now, key):
    assert bearer_of(key, now=now) is None


def test_nobody_has_more_than_twenty(client, ben, now):
    for _ in range(MOST):
        make_token(user=ben, name="x", scopes=["read"], lasts=timedelta(days=7), now=now)
    client.force_login(ben)
    answer = client.post("/account/tokens/", ASKED)
    assert answer.status_code == 422
    assert "revoke one" in answer.content.decode()
    assert ApiToken.objects.count() == MOST


def test_an_open_screen_is_no_leave_to_make_a_token(client):
    ada = User.objects.create_superuser("ada", email="ada@example.org", password="the river is rising")
    client.force_login(ada)
    assert client.post("/account/tokens/", ASKED).headers["Location"].startswith("/account/again/")
    assert not ApiToken.objects.exists()
