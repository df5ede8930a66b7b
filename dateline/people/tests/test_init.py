"""``dateline init`` makes the first editor once."""

from io import StringIO

import pytest
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
