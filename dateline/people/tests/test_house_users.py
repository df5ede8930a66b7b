"""Single sign-on by a signed token: what is taken, and every way that is known to cheat."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from django.test import Client

from dateline.lib.sign_on import sso_settings
from dateline.people.house import forget_tokens
from dateline.people.models import HouseUser, UsedToken, User

pytestmark = pytest.mark.django_db
PAGE, ISSUER, SECRET = "https://courier.example/login", "courier", "a key that two houses know, 32 bytes"
RSA = rsa.generate_private_key(65537, 2048)
EDWARDS = ed25519.Ed25519PrivateKey.generate()


def public(key):
    kind, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(kind, form).decode()


@pytest.fixture(autouse=True)
def house(settings):
    settings.SINGLE_SIGN_ON = sso_settings(PAGE, "HS256", SECRET, ISSUER, "The Courier")
    return settings


def ask(client, **query):
    """Begin, and return the nonce that the newsroom's page is told."""
    led = client.get(f"/account/house/?{urlencode(query)}").headers["Location"]
    assert led.startswith(PAGE)
    told = parse_qs(urlsplit(led).query)
    assert told["return"][0].endswith("/account/house/back/")
    return told["nonce"][0]


def claims(house, asked, /, **more):
    now = datetime.now(UTC)
    said = {
        "iss": ISSUER,
        "aud": house.BASE_URL,
        "iat": now,
        "exp": now + timedelta(minutes=2),
        "jti": f"token-{asked}",
        "nonce": asked,
        "sub": "42",
        "name": "Dee Mwangi",
    }
    return {name: value for name, value in {**said, **more}.items() if value is not None}


def come_back(client, token):
    return client.get(f"/account/house/back/?{urlencode({'token': token})}")


def signed(said, key=SECRET, algorithm="HS256", **more):
    return jwt.encode(said, key, algorithm, **more)


def name_of(client):
    return client.get("/me.json").json()["name"]


def refused(client, answer):
    assert answer.status_code == 403
    assert "You are not signed in" in answer.content.decode()
    assert name_of(client) is None
    return True


def test_dee_comes_in_and_comes_again(client, house):
    assert "Sign in with The Courier" in client.get("/account/login/").content.decode()
    for _ in range(2):
        assert come_back(client, signed(claims(house, ask(client)))).headers["Location"] == "/"
        assert name_of(client) == "Dee Mwangi"
        client.logout()
    assert User.objects.count() == HouseUser.objects.count() == 1


@pytest.mark.parametrize(("algorithm", "key"), [("RS256", RSA), ("EdDSA", EDWARDS)])
def test_a_public_key_is_enough_to_know_who_signed(client, house, algorithm, key):
    house.SINGLE_SIGN_ON = sso_settings(PAGE, algorithm, public(key), ISSUER, "")
    come_back(client, signed(claims(house, ask(client)), key, algorithm))
    assert name_of(client) == "Dee Mwangi"


def test_a_mail_address_that_the_newsroom_verified_is_kept_and_another_is_not(client, house):
    come_back(client, signed(claims(house, ask(client), email="dee@example.org", email_verified=True)))
    assert EmailAddress.objects.is_verified("dee@example.org")
    come_back(client, signed(claims(house, ask(client), sub="43", email="eve@example.org")))
    assert not EmailAddress.objects.filter(email="eve@example.org").exists()


def test_an_account_is_never_entered_by_its_mail_address(client, house):
    ada = User.objects.create_superuser("ada", email="ada@example.org", display_name="Ada")
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
    come_back(client, signed(claims(house, ask(client), email="ada@example.org", email_verified=True)))
    assert client.get("/me.json").json() == {"name": "Dee Mwangi", "staff": False, "roles": []}


def test_algorithm_none_is_refused(client, house):
    assert refused(client, come_back(client, signed(claims(house, ask(client)), None, "none")))


def test_another_algorithm_with_the_same_key_is_refused(client, house):
    assert refused(client, come_back(client, signed(claims(house, ask(client)), SECRET * 2, "HS512")))


def test_key_confusion_is_refused(client, house):
    """The public key, which everybody knows, is used as if it were the shared one."""
    house.SINGLE_SIGN_ON = sso_settings(PAGE, "RS256", public(RSA), ISSUER, "")
    said = claims(house, ask(client))
    head, body = signed(said, "x" * 40).split(".")[:2]
    algorithm = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    mark = jwt.utils.base64url_encode(algorithm.sign(f"{head}.{body}".encode(), public(RSA).encode())).decode()
    assert refused(client, come_back(client, f"{head}.{body}.{mark}"))


def test_a_key_that_the_token_brings_along_is_not_looked_at(client, house):
    house.SINGLE_SIGN_ON = sso_settings(PAGE, "RS256", public(RSA), ISSUER, "")
    other = rsa.generate_private_key(65537, 2048)
    head = {"jwk": jwt.algorithms.RSAAlgorithm.to_jwk(other.public_key(), as_dict=True), "jku": "https://evil.example/"}
    assert refused(client, come_back(client, signed(claims(house, ask(client)), other, "RS256", headers=head)))


def test_a_wrong_key_is_refused(client, house):
    assert refused(client, come_back(client, signed(claims(house, ask(client)), "another key of more than 32 bytes")))


def test_replay_is_refused_also_with_a_new_nonce(client, house):
    first = ask(client)
    token = signed(claims(house, first))
    come_back(client, token)
    client.logout()
    assert refused(client, come_back(client, token))
    again = signed(claims(house, ask(client), jti=f"token-{first}"))
    assert refused(client, come_back(client, again))


@pytest.mark.parametrize(("begun", "ended"), [(-10, -5), (-2, 4.5), (10, 12), (0, 60), (-0.1, 5.5)], ids=str)
def test_an_expired_an_early_and_a_long_lived_token_are_refused(client, house, begun, ended):
    now = datetime.now(UTC)
    times = {"iat": now + timedelta(minutes=begun), "exp": now + timedelta(minutes=ended)}
    assert refused(client, come_back(client, signed(claims(house, ask(client), **times))))


@pytest.mark.parametrize("aud", ["https://other.example", ["https://other.example"], "", None])
def test_a_wrong_audience_is_refused(client, house, aud):
    assert refused(client, come_back(client, signed(claims(house, ask(client), aud=aud))))


@pytest.mark.parametrize("claim", ["iss", "exp", "iat", "jti", "nonce", "sub", "name"])
def test_a_token_that_leaves_something_out_is_refused(client, house, claim):
    assert refused(client, come_back(client, signed(claims(house, ask(client), **{claim: None}))))


@pytest.mark.parametrize("more", [{"name": "\u200d"}, {"sub": ""}, {"jti": "x" * 300}, {"exp": 1e30}])
def test_a_token_that_says_nonsense_is_refused(client, house, more):
    assert refused(client, come_back(client, signed(claims(house, ask(client), **more))))


@pytest.mark.parametrize("token", ["", "a.b.c", "x" * 5000, "ä.ö.ü", "...."])
def test_what_is_no_token_is_refused(client, token):
    ask(client)
    assert refused(client, come_back(client, token))


def test_somebody_elses_token_signs_nobody_in(client, house):
    """Cass sends Ben a link that would sign him in as Cass; his browser never asked."""
    cass = Client()
    lure = signed(claims(house, ask(cass)))
    assert refused(client, come_back(client, lure))


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"],
)
def test_open_redirect_leads_to_our_own_front_page(client, house, wanted):
    nonce = ask(client, next=wanted)
    assert come_back(client, signed(claims(house, nonce))).headers["Location"] == "/"


def test_a_page_of_ours_is_come_back_to(client, house):
    nonce = ask(client, next="/town/flood/?sort=best#c7")
    assert come_back(client, signed(claims(house, nonce))).headers["Location"] == "/town/flood/?sort=best#c7"


def test_session_fixation_is_of_no_use_because_the_key_changes(client, house):
    nonce = ask(client)
    before = client.session.session_key
    come_back(client, signed(claims(house, nonce)))
    assert client.session.session_key != before
    client.cookies["sessionid"] = before
    assert name_of(client) is None


def test_a_closed_account_stays_closed(client, house):
    come_back(client, signed(claims(house, ask(client))))
    client.logout()
    User.objects.update(is_active=False)
    assert refused(client, come_back(client, signed(claims(house, ask(client)))))


def test_used_tokens_are_forgotten_when_their_time_is_over(client, house):
    come_back(client, signed(claims(house, ask(client))))
    forget_tokens(now=datetime.now(UTC))
    assert UsedToken.objects.count() == 1
    forget_tokens(now=datetime.now(UTC) + timedelta(minutes=10))
    assert not UsedToken.objects.exists()


def test_without_a_house_there_is_no_door(client, settings):
    settings.SINGLE_SIGN_ON = None
    assert client.get("/account/house/").status_code == 404
    assert client.get("/account/house/back/?token=x").status_code == 404


def test_the_name_of_somebody_who_works_here_is_not_taken_over(client, house):
    User.objects.create_superuser("ada", display_name="Ada Lindqvist")
    come_back(client, signed(claims(house, ask(client), name="Ada  Lindqvist")))
    assert name_of(client) != "Ada Lindqvist"


def test_the_name_of_another_verified_reader_is_not_taken_over(client, house):
    ben = User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben Mwangi")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    come_back(client, signed(claims(house, ask(client), name="Вen Mwangi")))
    assert HouseUser.objects.get().user.display_name == ""


def test_who_works_here_signs_in_to_the_editor_and_not_by_the_house(client, house):
    come_back(client, signed(claims(house, ask(client))))
    client.logout()
    dee = HouseUser.objects.get().user
    dee.is_superuser = True
    dee.save()
    assert refused(client, come_back(client, signed(claims(house, ask(client)))))


def test_the_address_of_staff_without_a_proven_one_stays_theirs(client, house):
    User.objects.create_superuser("ada", email="Ada@example.org")
    come_back(client, signed(claims(house, ask(client), email="ada@example.org", email_verified=True)))
    assert HouseUser.objects.get().user.email == ""
    assert not EmailAddress.objects.exists()
