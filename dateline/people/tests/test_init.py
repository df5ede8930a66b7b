"""``dateline init`` makes the first editor once."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from dateline.people.models import Newsroom, User
from dateline.people.roles import is_staff_member

pytestmark = pytest.mark.django_db


def init(*arguments):
    out = StringIO()
    call_command("init", *arguments, stdout=out)
    return out.getvalue()


def test_the_printed_password_opens_the_editor(client):
    said = init("--mail", "ada@example.org", "--name", "Ada", "--newsroom", "River Post")
    password = said.strip().rsplit(" ", 1)[1]
    assert client.login(username="ada@example.org", password=password)
    ada = User.objects.get(email="ada@example.org")
    assert is_staff_member(ada)
    assert ada.public_name == "Ada"
    assert Newsroom.load().name == "River Post"


def test_the_editor_s_own_code_is_the_only_one_they_need(client):
    init("--mail", "Ada@example.org", "--name", "Ada")
    client.post("/account/login/", {"login": "ada@example.org"})
    code = re.search(r"^    (\S+)$", mail.outbox[-1].body, re.MULTILINE).group(1)
    answer = client.post("/account/login/code/confirm/", {"code": code})
    assert answer.headers["Location"] == "/"
    assert client.get("/me.json").json()["name"] == "Ada"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("said", ["ada@example.org", "desk"])
def test_the_editor_opens_for_the_user_name_and_for_the_mail_address(client, said):
    ada = User.objects.create_superuser("desk", "ada@example.org", "river-and-rain")
    assert "User name or mail address" in client.get("/newsroom/login/").content.decode()
    client.post("/newsroom/login/", {"username": said, "password": "river-and-rain"})
    assert client.session["_auth_user_id"] == str(ada.pk)


def test_what_does_not_fit_is_said_in_the_words_of_the_field(client):
    page = client.post("/newsroom/login/", {"username": "ada@example.org", "password": "x"}).content.decode()
    assert "This name or mail address and this password do not belong together" in page


def test_a_second_run_changes_nothing():
    init("--mail", "ada@example.org", "--name", "Ada")
    password = User.objects.get().password
    said = init("--mail", "cass@example.org", "--name", "Cass")
    assert "ada@example.org is in charge already" in said
    assert User.objects.get().password == password


def test_a_newsroom_that_has_a_name_keeps_it():
    Newsroom.objects.create(name="River Post")
    init("--mail", "ada@example.org", "--newsroom", "Something Else")
    assert Newsroom.load().name == "River Post"


def test_what_is_no_mail_address_is_refused():
    with pytest.raises(CommandError, match="not a mail address"):
        init("--mail", "ada")
    assert not User.objects.exists()
