"""Passkeys without a browser: what is asked of one, and what is refused. The ceremony itself is a journey."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail

from dateline.people.models import User

pytestmark = pytest.mark.django_db
JSON = {"headers": {"accept": "application/json"}}


def reader(name):
    made = User.objects.create_user(f"reader-{name}", email=f"{name}@example.org", display_name=name.title())
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def passkey_of(user):
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": "Telephone", "credential": {}})


@pytest.fixture
def ben():
    return reader("ben")


def test_the_device_is_asked_for_a_passkey_that_it_keeps_and_unlocks(client, ben):
    client.force_login(ben)
    asked = client.get("/account/passkeys/add/", **JSON).json()["publicKey"]
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["user"]["displayName"] == "Ben"
    assert asked["rp"]["name"] == "Dateline"


def test_every_dialogue_has_a_challenge_of_its_own(client):
    challenges = {
        client.get("/account/passkeys/login/", **JSON).json()["request_options"]["publicKey"]["challenge"]
        for _ in range(3)
    }
    assert len(challenges) == 3


def test_a_stranger_cannot_add_one(client):
    assert client.get("/account/passkeys/add/").headers["Location"].startswith("/account/login/")
    assert client.post("/account/passkeys/add/", {"credential": "{}"}).status_code == 302
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", '{"id": "AA", "rawId": "AA", "type": "public-key"}'])
def test_what_is_no_passkey_is_refused_in_words(client, ben, credential):
    client.force_login(ben)
    client.get("/account/passkeys/add/", **JSON)
    answer = client.post("/account/passkeys/add/", {"credential": credential, "name": "x", "passwordless": "True"})
    assert answer.status_code == 422
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("handle", ["", "AAAA", "MQ", "x" * 400])
def test_a_forged_passkey_lets_nobody_in_and_says_so(client, ben, handle):
    client.get("/account/passkeys/login/", **JSON)
    forged = {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "response": {"authenticatorData": "AAAA", "clientDataJSON": "e30", "signature": "AAAA", "userHandle": handle},
    }
    answer = client.post("/account/passkeys/login/", {"credential": json.dumps(forged)}, follow=True)
    assert "This passkey is not known here" in answer.content.decode()
    assert client.get("/me.json").json()["name"] is None


def test_who_has_a_passkey_can_still_sign_in_by_mail(client, ben):
    passkey_of(ben)
    client.post("/account/login/", {"login": ben.email})
    code = mail.outbox[-1].body.split("\n    ")[1].split("\n")[0]
    client.post("/account/login/code/confirm/", {"code": code})
    assert client.get("/me.json").json()["name"] == "Ben"


def test_ben_removes_a_passkey_and_is_told_by_mail(client, ben):
    key = passkey_of(ben)
    client.force_login(ben)
    assert "Telephone" in client.get("/account/").content.decode()
    assert client.get(f"/account/passkeys/{key.pk}/remove/").status_code == 200
    assert client.post(f"/account/passkeys/{key.pk}/remove/").status_code == 302
    assert not Authenticator.objects.exists()
    assert mail.outbox[-1].subject == "Dateline: a passkey of your account was removed"


def test_cass_cannot_remove_the_passkey_of_ben(client, ben):
    key = passkey_of(ben)
    client.force_login(reader("cass"))
    assert client.post(f"/account/passkeys/{key.pk}/remove/").status_code == 404
    assert Authenticator.objects.count() == 1


def test_who_has_a_password_is_asked_for_it_before_a_way_in_is_added(client):
    ada = User.objects.create_superuser("ada", email="ada@example.org", password="a quiet harbour", display_name="Ada")
    client.force_login(ada)
    asked = client.get("/account/passkeys/add/")
    assert asked.headers["Location"].startswith("/account/again/")
    assert client.get(asked.headers["Location"]).status_code == 200
    assert client.post(asked.headers["Location"], {"password": "wrong"}).status_code == 200
    assert client.get("/account/passkeys/add/").status_code == 302
    client.post(asked.headers["Location"], {"password": "a quiet harbour"})
    assert client.get("/account/passkeys/add/").status_code == 200
