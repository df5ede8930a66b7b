"""Readers sign in through an OpenID Connect provider, a real one on this machine."""

from importlib import import_module
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.db import connection
from django.test import Client

from dateline.lib.sign_on import oidc_settings
from dateline.people.models import User
from tests.identity_provider import CLIENT, SECRET, identity_provider

migration = import_module("dateline.people.migrations.0012_bound_to_the_issuer")
pytestmark = pytest.mark.django_db
DEE = {"sub": "d-1", "name": "Dee Mwangi", "email": "dee@example.org", "email_verified": True}


@pytest.fixture
def provider(settings):
    with identity_provider() as provider:
        provider.person = dict(DEE)
        settings.SOCIALACCOUNT_PROVIDERS = oidc_settings(provider.url, CLIENT, SECRET, "The Guild")
        yield provider


def led_back(client, process="", **more):
    """Press the button, let the provider do its part, and return the address that the browser is led back to."""
    asked = client.post(f"/account/sign-on/begin/{process}", more)
    assert asked.status_code == 302
    answer = httpx.get(asked.headers["Location"])
    return answer.headers["Location"].replace("http://testserver", "")


def name_of(client):
    return client.get("/me.json").json()["name"]


def test_dee_signs_in_through_the_guild(client, provider):
    assert "Sign in with The Guild" in client.get("/account/login/").content.decode()
    client.get(led_back(client))
    assert name_of(client) == "Dee Mwangi"
    made = User.objects.get(email="dee@example.org")
    assert not made.has_usable_password()
    assert "dee" not in made.username
    assert EmailAddress.objects.is_verified("dee@example.org")
    client.logout()
    client.get(led_back(client))
    assert name_of(client) == "Dee Mwangi"
    assert User.objects.count() == 1


def test_without_a_provider_there_is_no_button_and_no_door(client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Sign in with" not in client.get("/account/login/").content.decode().replace("Sign in with a passkey", "")
    assert client.post("/account/sign-on/begin/").status_code == 404


def test_looking_at_the_door_does_not_open_it(client, provider):
    assert client.get("/account/sign-on/begin/").status_code == 200
    assert not provider.codes


def test_the_answer_of_somebody_elses_dialogue_is_refused(client, provider):
    lured = led_back(Client())
    answer = client.get(lured)
    assert "You are not signed in" in answer.content.decode()
    assert name_of(client) is None


def test_a_code_is_taken_once(client, provider):
    back = led_back(client)
    client.get(back)
    client.logout()
    client.get(back)
    assert name_of(client) is None


def test_an_account_is_not_entered_because_its_mail_address_is_the_same(client, provider):
    ben = User.objects.create_user("reader-1", email="dee@example.org", display_name="The first Dee")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    client.get(led_back(client))
    assert name_of(client) is None
    assert not SocialAccount.objects.exists()


def test_an_owner_adds_the_provider_and_removes_it(client, provider):
    ben = User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    client.force_login(ben)
    assert "from now on" in client.get("/account/").content.decode()
    client.get(led_back(client, "?process=connect"))
    client.logout()
    client.get(led_back(client))
    assert name_of(client) == "Ben"
    page = client.get("/account/vouched/").content.decode()
    assert "The Guild" in page
    client.post("/account/vouched/", {"account": SocialAccount.objects.get().pk})
    assert not SocialAccount.objects.exists()


def test_the_same_number_at_another_provider_is_somebody_else(client, provider, settings):
    client.get(led_back(client))
    client.logout()
    with identity_provider() as another:
        another.person = {**DEE, "name": "Cass", "email": "cass@example.org"}
        settings.SOCIALACCOUNT_PROVIDERS = oidc_settings(another.url, CLIENT, SECRET, "The other guild")
        client.get(led_back(client))
    assert name_of(client) == "Cass"
    assert User.objects.count() == SocialAccount.objects.count() == 2


def test_two_answers_about_two_people_let_nobody_in(client, provider):
    back = led_back(client)
    provider.told_of_its_bearer = {**DEE, "sub": "d-2"}
    assert "You are not signed in" in client.get(back).content.decode()
    assert not User.objects.exists()


def test_connections_from_before_are_bound_to_their_issuer(client, provider):
    client.get(led_back(client))
    bound = SocialAccount.objects.get()
    uid, bound.uid = bound.uid, DEE["sub"]
    bound.save(update_fields=["uid"])
    migration.bind(apps, connection.schema_editor())
    assert SocialAccount.objects.get().uid == uid
    migration.unbind(apps, connection.schema_editor())
    assert SocialAccount.objects.get().uid == DEE["sub"]


def test_nobody_comes_in_under_the_name_of_somebody_who_works_here(client, provider):
    User.objects.create_superuser("ada", display_name="Ada Lindqvist")
    provider.person["name"] = "ADA  Lindqvist"
    answer = client.get(led_back(client), follow=True)
    assert "Choose how you are called" in answer.content.decode()
    refused = client.post("/account/vouched/signup/", {"email": "dee@example.org", "display_name": "Ada Lindqvist"})
    assert "to somebody who works here" in refused.content.decode()
    client.post("/account/vouched/signup/", {"email": "dee@example.org", "display_name": "Dee"})
    assert name_of(client) == "Dee"


def test_a_mail_address_that_the_provider_has_not_checked_is_checked_by_us(client, provider):
    provider.person["email_verified"] = False
    client.get(led_back(client))
    assert name_of(client) is None
    assert not EmailAddress.objects.is_verified("dee@example.org")


def test_one_comes_back_to_where_one_was_and_never_to_another_site(client, provider):
    assert client.get(led_back(client, next="/account/")).headers["Location"] == "/account/"
    client.logout()
    assert client.get(led_back(client, next="https://evil.example/")).headers["Location"] == "/"


def test_who_does_not_know_the_secret_redeems_no_code(client, provider, settings):
    settings.SOCIALACCOUNT_PROVIDERS = oidc_settings(provider.url, CLIENT, "a wrong secret", "The Guild")
    client.get(led_back(client))
    assert name_of(client) is None


def test_the_dialogue_is_bound_to_its_browser_by_state_and_to_us_by_pkce(client, provider):
    asked = parse_qs(urlsplit(client.post("/account/sign-on/begin/").headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 16
    assert SECRET not in str(asked)
