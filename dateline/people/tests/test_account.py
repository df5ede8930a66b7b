"""A reader's own page."""

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps

from dateline.lib.skeleton import skeleton
from dateline.people.models import Newsroom, User
from dateline.people.names import tidy_name

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben():
    return User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben")


def test_ben_changes_his_name(client, ben):
    client.force_login(ben)
    assert client.post("/account/", {"display_name": "Ben of the Mill"}).status_code == 302
    ben.refresh_from_db()
    assert ben.public_name == "Ben of the Mill"


def test_the_page_is_private(client, ben):
    assert client.get("/account/").headers["Location"].startswith("/account/login/")
    client.force_login(ben)
    answer = client.get("/account/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]


def test_who_is_asking_is_never_kept_by_a_cache(client):
    assert "no-store" in client.get("/me.json").headers["Cache-Control"]


def test_nobody_takes_the_name_of_somebody_who_works_here(client, ben):
    User.objects.create_superuser("ada", display_name="Ada Lindqvist")
    client.force_login(ben)
    for name in ("ada  lindqvist", "ＡDA Lindqvist", "Ada\u202e Lindqvist"):
        assert client.post("/account/", {"display_name": name}).status_code == 422


def test_a_name_that_cannot_be_seen_is_refused(client, ben):
    client.force_login(ben)
    assert client.post("/account/", {"display_name": "\u200d\u2060"}).status_code == 422


def test_a_name_never_falls_back_to_a_mail_address():
    assert User(username="ada@example.org").public_name == "Reader"


def test_names_keep_their_script_and_lose_what_reorders_a_line():
    assert tidy_name(" علی\u200cرضا \u202e") == "علی\u200cرضا"
    assert tidy_name("Zoë\n the  Cat 🐈") == "Zoë the Cat 🐈"


def test_nobody_takes_the_name_of_another_reader_whose_it_is(client, ben):
    eve = User.objects.create_user("reader-2", email="eve@example.org", display_name="Eve Adeyemi")
    client.force_login(ben)
    assert client.post("/account/", {"display_name": "Eve Adeyemi"}).status_code == 302  # nobody has proven it yet
    client.post("/account/", {"display_name": "Ben"})
    EmailAddress.objects.create(user=eve, email=eve.email, verified=True)
    for name in ("Eve Adeyemi", "eve  adeyemi", "Еve Аdeyemi", "Εve Adeyemi", "Eve Adeyeml", "Eve Adeyem1"):
        assert client.post("/account/", {"display_name": name}).status_code == 422


def test_accounts_from_before_get_the_skeletons_of_their_names(ben):
    User.objects.create_user("ada@example.org", first_name="Ada", last_name="Lindqvist")
    User.objects.create_user("eve@example.org")
    User.objects.update(name_skeleton="")
    import_module("dateline.people.migrations.0007_skeletons_of_names").fill(apps, None)
    assert list(User.objects.order_by("pk").values_list("name_skeleton", flat=True)) == [
        "ben",
        skeleton("Ada Lindqvist"),
        "",
    ]
    assert [user.name_skeleton for user in User.objects.order_by("pk")] == [
        skeleton(user.shown_name) for user in User.objects.order_by("pk")
    ]


@pytest.mark.parametrize("name", ["Ada Lindqvist", "Аda Lindqvist", "Ada Iindqvist", "ada  1indqvist", "Αda Lindqvist"])
def test_nobody_looks_like_who_works_here_however_it_is_spelled(client, ben, name):
    User.objects.create_superuser("ada", first_name="Ada", last_name="Lindqvist", display_name="A. L.")
    client.force_login(ben)
    assert client.post("/account/", {"display_name": name}).status_code == 422


def test_nobody_is_called_like_the_newsroom(client, ben):
    client.force_login(ben)
    for name in (Newsroom.load().name.upper(), f"{Newsroom.load().name} desk", Newsroom.load().name[1:]):
        assert client.post("/account/", {"display_name": name}).status_code == 422, name
