"""What an account is worth once it is somebody's: its name is its own, and what was accepted of it counts."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import connection
from django.utils import timezone

from dateline.discussion import lane
from dateline.discussion.actions import post_comment, set_mode
from dateline.discussion.authors import known_authors
from dateline.discussion.models import Comment, Mode
from dateline.discussion.names import HOLDERS, taken_by_readers
from dateline.discussion.statements import WORDS, listed
from dateline.discussion.writer import Writer
from dateline.lib.skeleton import skeleton
from dateline.people.models import HouseUser, User

from .conftest import FROM_OUR_PAGE
from .test_lane import WORDS as WORDS_SENT
from .test_lane import sent

MILL = skeleton("Ben of the Mill")
pytestmark = pytest.mark.django_db
WAYS = {
    "mail": lambda user: EmailAddress.objects.create(user=user, email=user.email, verified=True),
    "passkey": lambda user: Authenticator.objects.create(user=user, type="webauthn", data={}),
    "OpenID Connect": lambda user: SocialAccount.objects.create(user=user, provider="sign-on", uid="1"),
    "the house": lambda user: HouseUser.objects.create(user=user, issuer="courier", subject="1"),
}


def post(client, flood, name, mail=""):
    words = {"text": "The water is at the bridge.", "author_name": name, "mail": mail}
    return client.post(f"/threads/{flood.pk}/post/", words, **FROM_OUR_PAGE)


@pytest.mark.parametrize("way", WAYS)
def test_a_guest_may_not_take_the_name_of_a_verified_reader(client, flood, ben, way):
    WAYS[way](ben)
    for name in ("Ben", "B E N", "Веn", "ＢＥＮ", "b\u200den"):
        answer = post(client, flood, name)
        assert answer.status_code == 422, name
        assert "A reader with an account has this name" in answer.content.decode()
    assert post(client, flood, "Benno").status_code == 303


def test_the_fast_lane_leaves_such_a_name_to_the_view_that_can_say_so(flood, ben):
    WAYS["mail"](ben)
    assert lane.prepare(
        [sent(f"/threads/{flood.pk}/post/", {**WORDS_SENT, "author_name": "B e n"})], timezone.now()
    ) == [None]
    [draft] = lane.prepare([sent(f"/threads/{flood.pk}/post/", {**WORDS_SENT, "author_name": "Benno"})], timezone.now())
    assert draft


def test_a_name_that_nobody_has_proven_is_free(client, flood, ben):
    EmailAddress.objects.create(user=ben, email=ben.email, verified=False)
    assert post(client, flood, "Ben").status_code == 303


def test_a_name_is_free_again_when_its_owner_takes_another_or_leaves(client, flood, ben):
    WAYS["mail"](ben)
    ben.display_name = "Ben of the Mill"
    ben.save(update_fields=["display_name"])
    assert taken_by_readers({"ben", MILL}) == {MILL}
    User.objects.update(is_active=False)
    assert not taken_by_readers({skeleton("Ben of the Mill")})


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's planner goes by what is in the table")
def test_accounts_are_found_by_their_names_without_reading_them_all(ben):
    sql = HOLDERS
    for ours, theirs in WORDS["sqlite"].items():
        sql = sql.replace(ours, theirs)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", [listed(["ben", "eve"])])
        plan = [row[-1] for row in cursor.fetchall()]
    assert [step for step in plan if "SEARCH u" in step and "person_by_skeleton" in step]
    assert not [step for step in plan if step.startswith("SCAN u")]


def test_many_accounts_cost_one_look_into_an_index(ben, django_assert_num_queries):
    WAYS["mail"](ben)
    with django_assert_num_queries(1):
        assert not taken_by_readers({f"name{number}" for number in range(200)})
    with django_assert_num_queries(2):
        assert taken_by_readers({"ben", "eve"}) == {"ben"}


def test_a_reader_writes_under_a_name_that_is_their_own(client, flood, ben):
    WAYS["mail"](ben)
    client.force_login(ben)
    assert post(client, flood, "").status_code == 303


def accepted(writer):
    return known_authors([writer], timezone.now())[writer.key].accepted


@pytest.mark.parametrize("way", WAYS)
def test_what_was_accepted_of_a_verified_account_counts(say, ben, way):
    say(account=ben)
    assert not accepted(Writer(account=ben))
    WAYS[way](ben)
    assert accepted(Writer(account=ben))


def test_what_was_accepted_of_a_guests_device_counts_for_that_device(say):
    Comment.objects.filter(pk=say().pk).update(device="one")
    assert accepted(Writer(device="one"))
    assert not accepted(Writer(device="two"))


def test_a_mail_address_that_a_guest_writes_down_brings_nobody_elses_reputation(say, flood, ben, now):
    """Cass writes Ben's address on the form; it is known and accepted, and it is nothing to her."""
    WAYS["mail"](ben)
    Comment.objects.filter(pk=say(account=ben).pk).update(mail=ben.email)
    cass = Writer(device="cass", name="Cass", mail=ben.email)
    posted = post_comment(page=flood, writer=cass, text="The water is at the mill.", now=now)
    assert posted.is_held
    assert "first-comment" in posted.verdicts.get().codes


def test_many_comments_at_once_make_no_reputation_of_an_unverified_account(flood, ben, now):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    post_comment(page=flood, writer=Writer(account=ben, name="Ben"), text="The water is at the mill.", now=now)
    assert not accepted(Writer(account=ben))
