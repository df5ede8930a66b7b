"""Whoever tries the newsroom out is told where its mails are; readers of a real one are told nothing of its folders."""

from pathlib import Path

import pytest

from dateline.lib.mail_url import INTO_FILES
from dateline.people.rehearsal import mail_folder

pytestmark = pytest.mark.django_db
PAGES = ("/account/login/", "/account/signup/", "/newsroom/password_reset/done/")
TOLD = "writes each into a file in <code>newsroom/mail</code>"


@pytest.fixture
def into_files(settings, tmp_path):
    settings.EMAIL_BACKEND = INTO_FILES
    settings.MAIL_FOLDER = settings.EMAIL_FILE_PATH = tmp_path / "newsroom" / "mail"
    return settings


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_promises_a_mail_says_where_it_is(client, into_files, path):
    page = client.get(path).content.decode()
    assert TOLD in page
    assert str(into_files.EMAIL_FILE_PATH) not in page


def test_the_page_that_asks_for_the_code_says_it_too(client, into_files):
    page = client.post("/account/login/", {"login": "ben@example.org"}, follow=True).content.decode()
    assert TOLD in page
    (mail,) = Path(into_files.EMAIL_FILE_PATH).iterdir()
    assert "ben@example.org" in mail.read_text()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_said_where_mails_are_sent(client, path):
    assert "rehearsing" not in client.get(path).content.decode()


def test_production_never_names_a_folder(client, into_files):
    into_files.PRODUCTION = True
    assert mail_folder() is None
    assert "rehearsing" not in client.get("/account/login/").content.decode()
