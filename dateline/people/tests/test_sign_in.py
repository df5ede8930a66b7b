"""A reader makes an account and signs in by mailed codes; strangers learn nothing about who has one."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache

from dateline.people.models import User

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^    (\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _fresh_limits():
    """Rates are counted in the cache, which outlives a test."""

    cache.clear()


@pytest.fixture
def ben():
    ben = User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    return ben


def code_of(message):
    return CODE.search(message.body).group(1)


def test_ben_makes_an_account_without_a_password(client):
    client.post("/account/signup/", {"email": "ben@example.org", "display_name": "Ben"})
    answer = client.post("/account/confirm-email/", {"code": code_of(mail.outbox[-1])})
    assert answer.status_code == 302
    assert client.get("/me.json").json() == {"name": "Ben", "staff": False, "roles": []}
    made = User.objects.get(email="ben@example.org")
    assert not made.has_usable_password()
    assert "ben" not in made.username


def test_ben_signs_in_by_code_and_out_again(client, ben):
    client.post("/account/login/", {"login": "ben@example.org"})
    answer = client.post("/account/login/code/confirm/", {"code": code_of(mail.outbox[-1])})
    assert answer.cookies["signed_in"].value == "1"
    assert not answer.cookies["signed_in"]["httponly"]
    assert answer.cookies["sessionid"]["httponly"]
    assert client.get("/me.json").json()["name"] == "Ben"
    answer = client.post("/account/logout/")
    assert answer.cookies["signed_in"].value == ""
    assert client.get("/me.json").json()["name"] is None


def test_a_wrong_code_lets_nobody_in(client, ben):
    client.post("/account/login/", {"login": "ben@example.org"})
    client.post("/account/login/code/confirm/", {"code": "WRONG-CODE"})
    assert client.get("/me.json").json()["name"] is None


def wrong_codes(client, mail):
    client.post("/account/login/", {"login": mail})
    answers = [client.post("/account/login/code/confirm/", {"code": "WRONG-CODE"}) for _ in range(3)]
    client.logout()
    return [(answer.status_code, answer.headers.get("Location"), without_secrets(answer)) for answer in answers]


def without_secrets(answer):
    return re.sub(r"ben@|eve@|value=\"\w{64}\"", "", answer.content.decode())


def test_a_wrong_code_says_what_to_do_whoever_asks(client, ben):
    known, unknown = wrong_codes(client, "ben@example.org"), wrong_codes(client, "eve@example.org")
    assert known == unknown
    assert "Copy it from the newest mail" in known[0][2]
    assert known[2][1].startswith("/account/login/")


def test_from_the_page_that_asks_for_a_code_one_can_make_an_account(client):
    asked = client.post("/account/login/", {"login": "eve@example.org"}, follow=True)
    assert 'href="/account/signup/"' in asked.content.decode()
    assert client.get("/account/signup/").status_code == 200
    client.post("/account/signup/", {"email": "eve@example.org", "display_name": "Eve"})
    client.post("/account/confirm-email/", {"code": code_of(mail.outbox[-1])})
    assert client.get("/me.json").json()["name"] == "Eve"


def test_whoever_finds_no_account_makes_one_and_is_led_back_to_where_they_wanted_to_go(client):
    asked = client.post("/account/login/", {"login": "eve@example.org", "next": "/give/mine/"}, follow=True).text
    assert 'href="/account/signup/?next=%2Fgive%2Fmine%2F"' in asked
    assert 'value="/account/login/?next=%2Fgive%2Fmine%2F"' in asked  # under which another address is used
    told = client.get("/account/signup/", follow=True)  # as in the mail, which knows of no way back
    assert 'name="next" value="/give/mine/"' in told.text
    client.post("/account/signup/", {"email": "eve@example.org", "display_name": "Eve", "next": "/give/mine/"})
    answer = client.post("/account/confirm-email/", {"code": code_of(mail.outbox[-1])})
    assert answer.headers["Location"] == "/give/mine/"


def test_whoever_comes_back_while_a_code_is_on_its_way_is_led_back_all_the_same(client, ben):
    client.post("/account/login/", {"login": "ben@example.org", "next": "/give/mine/"})
    page = client.get("/account/login/", follow=True)
    assert page.redirect_chain[-1][0] == "/account/login/code/confirm/?next=%2Fgive%2Fmine%2F"
    assert 'name="next" value="/give/mine/"' in page.text
    told = {"code": code_of(mail.outbox[-1]), "next": "/give/mine/"}
    assert client.post("/account/login/code/confirm/", told).headers["Location"] == "/give/mine/"
    client.logout()
    assert client.get("/account/login/").status_code == 200  # and forgotten


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1"])
def test_nobody_is_led_anywhere_else(client, ben, elsewhere):
    client.post("/account/login/", {"login": "ben@example.org", "next": elsewhere})
    page = client.get("/account/login/", follow=True)
    assert "next=" not in page.redirect_chain[-1][0]
    told = {"code": code_of(mail.outbox[-1]), "next": elsewhere}
    assert client.post("/account/login/code/confirm/", told).headers["Location"] == "/"


def test_whoever_only_looks_at_the_page_of_signing_in_gets_no_session(client):
    assert "sessionid" not in client.get("/account/login/?next=/give/mine/").cookies


def test_an_address_with_an_account_and_one_without_get_the_same_answer(client, ben):
    known = client.post("/account/login/", {"login": "ben@example.org"}, follow=True)
    client.logout()
    unknown = client.post("/account/login/", {"login": "eve@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert without_secrets(known) == without_secrets(unknown)
    assert "/account/signup/" in mail.outbox[-1].body


def test_making_an_account_twice_tells_only_its_owner(client, ben):
    answer = client.post("/account/signup/", {"email": "ben@example.org", "display_name": "Cass"})
    assert answer.status_code == 302
    assert mail.outbox[-1].to == ["ben@example.org"]
    assert "/account/login/" in mail.outbox[-1].body
    assert User.objects.count() == 1


def test_mails_are_plain_text_and_say_whose_they_are(client, ben):
    client.post("/account/login/", {"login": "ben@example.org"})
    message = mail.outbox[-1]
    assert message.subject == "Dateline: your code to sign in"
    assert not message.alternatives
    assert "<" not in message.body


def test_asking_for_codes_again_and_again_is_stopped(client, ben):
    for _ in range(12):
        client.post("/account/login/", {"login": "ben@example.org"})
        client.logout()
    assert len(mail.outbox) <= 4


def test_there_is_no_way_to_set_a_password(client, ben):
    client.force_login(ben)
    for path in ("password/change/", "password/set/", "password/reset/", "email/"):
        assert client.get(f"/account/{path}").status_code == 404
