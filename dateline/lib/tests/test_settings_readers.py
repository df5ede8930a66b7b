"""Settings are read as what they are meant to be, or refused in a sentence."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from dateline.lib.env import BadSetting, env_address, env_bool, env_choice, env_folder, env_int, env_list, env_str
from dateline.lib.mail_url import mail_settings
from dateline.lib.secret import kept_secret


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hush\n", encoding="utf-8")
    monkeypatch.setenv("PAPER_KEY_FILE", str(tmp_path / "key"))
    assert env_str("PAPER_KEY") == "hush"


@pytest.mark.parametrize(("said", "meant"), [("yes", True), ("1", True), ("off", False), ("", True)])
def test_yes_and_no_have_a_few_names(monkeypatch: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    monkeypatch.setenv("PAPER_OPEN", said)
    assert env_bool("PAPER_OPEN", default=True) is meant


def test_what_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPER_SIZE", "large")
    for reader in (
        lambda: env_int("PAPER_SIZE", 1),
        lambda: env_bool("PAPER_SIZE"),
        lambda: env_choice("PAPER_SIZE", ("a4",)),
    ):
        with pytest.raises(BadSetting, match="PAPER_SIZE is “large”"):
            reader()


def test_a_number_of_things_is_not_below_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPER_PROXIES", "-1")
    with pytest.raises(BadSetting, match="PAPER_PROXIES is “-1”; it must be 0 or more"):
        env_int("PAPER_PROXIES", 0)
    monkeypatch.setenv("PAPER_PROXIES", "0")
    assert env_int("PAPER_PROXIES", 1) == 0
    with pytest.raises(BadSetting, match="it must be 1 or more"):
        env_int("PAPER_PROXIES", 1, least=1)


def test_a_list_has_no_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPER_HOSTS", " a.example, ,b.example,")
    assert env_list("PAPER_HOSTS") == ["a.example", "b.example"]


def test_a_folder_is_made_when_it_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAPER_HOME", str(tmp_path / "new" / "home"))
    assert env_folder("PAPER_HOME", tmp_path) == tmp_path / "new" / "home"
    assert (tmp_path / "new" / "home").is_dir()


def test_a_folder_in_the_way_of_which_stands_a_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PAPER_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(BadSetting, match="Set PAPER_HOME to a folder of yours"):
        env_folder("PAPER_HOME", tmp_path)


def test_a_signing_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "home" / "secret_key"
    key = kept_secret(path)
    assert len(key) >= 50
    assert kept_secret(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [child.name for child in path.parent.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://m.example", 25, False, False),
        ("smtp+tls://m.example", 587, True, False),
        ("smtps://m.example:99", 99, False, True),
    ],
)
def test_mail_has_one_line(tmp_path: Path, url: str, port: int, tls: bool, ssl: bool) -> None:
    read = mail_settings(url, tmp_path)
    assert (read["EMAIL_PORT"], read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (port, tls, ssl)


def test_a_password_with_odd_characters_survives(tmp_path: Path) -> None:
    read = mail_settings("smtps://ada:p%40ss%2Fword@m.example", tmp_path)
    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"]) == ("ada", "p@ss/word")


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtps://", "smtp://m.example:mail"])
def test_a_line_that_is_no_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadSetting, match="DATELINE_MAIL_URL"):
        mail_settings(url, tmp_path)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("", "http://here:1"), ("https://news.example/", "https://news.example"), ("http://[::1]:80", "http://[::1]:80")],
)
def test_an_address_is_one(monkeypatch: pytest.MonkeyPatch, said: str, meant: str) -> None:
    monkeypatch.setenv("PAPER_URL", said)
    assert env_address("PAPER_URL", "http://here:1") == meant


@pytest.mark.parametrize("said", ["news.example", "ftp://news.example", "https://", "http://a:b", "http://a:99999"])
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("PAPER_URL", said)
    with pytest.raises(BadSetting, match="must look like https"):
        env_address("PAPER_URL", "http://here:1")
