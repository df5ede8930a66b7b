"""What may be said of others who vouch for readers."""

import pytest

from dateline.lib.env import BadSetting
from dateline.lib.sign_on import oidc_settings, origin_of, sso_settings

PAGE, ISSUER, SECRET = "https://courier.example/login", "courier", "s" * 32
PUBLIC = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----"


def test_nothing_set_is_nothing():
    assert oidc_settings("", "", "", "") == {}
    assert sso_settings("", "HS256", "", "", "") is None


def test_the_names_on_the_buttons_are_the_hosts_unless_told():
    assert oidc_settings("https://id.example/r", "us", "x", "")["openid_connect"]["APPS"][0]["name"] == "id.example"
    assert sso_settings(PAGE, "HS256", SECRET, ISSUER, "").name == "courier.example"
    assert sso_settings(PAGE, "HS256", SECRET, ISSUER, "The Courier").name == "The Courier"


@pytest.mark.parametrize("said", [("", "us", "x"), ("id.example", "us", "x"), ("https://id.example", "", "x")])
def test_half_a_provider_is_a_mistake_and_its_secret_is_not_repeated(said):
    with pytest.raises(BadSetting) as mistake:
        oidc_settings(*said, "")
    assert said[2] not in str(mistake.value).split()


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [
        ("HS256", "short"),
        ("HS256", PUBLIC),
        ("RS256", SECRET),
        ("EdDSA", SECRET),
        ("RS256", "-----BEGIN PRIVATE KEY"),
        ("ES256", PUBLIC),
        ("hs256", SECRET),
    ],
)
def test_a_key_of_another_kind_is_refused_before_anything_is_checked_with_it(algorithm, key):
    with pytest.raises(BadSetting) as mistake:
        sso_settings(PAGE, algorithm, key, ISSUER, "")
    assert key not in str(mistake.value)


def test_a_key_is_not_printed_with_what_it_belongs_to():
    assert SECRET not in repr(sso_settings(PAGE, "HS256", SECRET, ISSUER, ""))


def test_an_origin_is_what_a_policy_names():
    assert origin_of("https://id.example:8443/realms/news") == ["https://id.example:8443"]
    assert origin_of("") == []
