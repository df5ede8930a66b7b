"""Appeals as pages: from one's own comments and by a signed link, at the desk and for programs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.discussion.actions import erase_own_data, own_data, post_comment
from dateline.discussion.device import COOKIE, cookie_of, fingerprint
from dateline.discussion.models import Comment, Restraint
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, answer, appeal, decide, restrain
from dateline.moderation.appealing import WITHIN
from dateline.moderation.links import appeal_link
from dateline.moderation.models import Action, Answer, Appeal, Decision, Outcome
from dateline.people.models import Scope, User
from dateline.people.tokens import make_token

from .conftest import person

pytestmark = pytest.mark.django_db
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
SECRET = "cass's own browser"
JSON = "application/json"


@pytest.fixture
def rejected(held: Comment, mo: User) -> Decision:
    """Mo rejects what Cass wrote in her own browser."""
    Comment.objects.update(device=fingerprint(SECRET))
    held.refresh_from_db()
    return decide(comment=held, action=Action.REJECT, moderator=mo, note="the usual", now=timezone.now())


@pytest.fixture
def cass(rejected: Decision) -> Client:
    """That browser."""
    browser = Client()
    browser.cookies[COOKIE] = cookie_of(SECRET, rejected.at).split(";")[0].split("=", 1)[1]
    return browser


@pytest.fixture
def appealed(rejected: Decision) -> Appeal:
    """Cass objects."""
    return appeal(against=rejected, words="It was <i>irony</i>.", now=timezone.now())


def path_of(link: str) -> str:
    return urlsplit(link).path


def test_from_ones_own_comments_to_the_answer(cass: Client, rejected: Decision, ada: User, client: Client):
    page = f"/appeals/decisions/{rejected.pk}/"
    assert f'href="{page}"' in cass.get("/comments/mine/").text
    form = cass.get(page)
    assert form["Cache-Control"] == "private, no-store"
    assert "Why was the decision wrong?" in form.text
    assert "the usual" not in form.text, "a note is for moderators"
    sent = cass.post(page, {"words": "It was <i>irony</i>."}, **OURS)
    assert (sent.status_code, sent["Location"]) == (303, page)
    assert "It was &lt;i&gt;irony&lt;/i&gt;." in cass.get(page).text
    assert "Somebody other than who decided will answer" in cass.get("/comments/mine/").text

    client.force_login(ada)
    desk = client.get("/moderation/appeals/").text
    assert "It was &lt;i&gt;irony&lt;/i&gt;." in desk
    assert "Appeals (1)" in client.get("/moderation/").text
    reply = {"outcome": "overturned", "words": "So it was <b>."}
    made = client.post(f"/moderation/appeals/{Appeal.objects.get().pk}/answer/", reply)
    assert made.status_code == 303
    assert "So it was &lt;b&gt;." in client.get("/moderation/appeals/").text
    told = cass.get("/comments/mine/").text
    assert "Another moderator agreed with you" in told
    assert "So it was &lt;b&gt;." in told
    assert "Your comment is published." in told
    assert "Ada" not in told, "who moderates is nobody's to know"


def test_somebody_elses_decision_is_as_absent_as_none(rejected: Decision, client: Client, ada: User):
    page = f"/appeals/decisions/{rejected.pk}/"
    assert client.get(page).status_code == client.get("/appeals/decisions/999/").status_code == 404
    assert client.post(page, {"words": "Mine!"}, **OURS).status_code == 404
    client.force_login(person("Ben"))
    assert client.get(page).status_code == 404
    assert not Appeal.objects.exists()


def test_by_the_link_in_a_mail_whatever_browser_opens_it(rejected: Decision, client: Client):
    page = path_of(appeal_link(rejected))
    answer = client.get(page)
    assert "Google is paying" in answer.text
    assert answer["Referrer-Policy"] == "no-referrer"
    assert client.post(page, {"words": "It was irony."}, **OURS).status_code == 303
    assert "You appealed, " in client.get(page).text
    again = client.post(page, {"words": "Once more."}, **OURS)
    assert (again.status_code, Appeal.objects.count()) == (409, 1)
    assert "appealed against this already" in again.text


def test_a_link_ends_when_nothing_can_come_of_it_any_more(held: Comment, mo: User, ada: User, client: Client):
    long_ago = timezone.now() - WITHIN
    past = decide(comment=held, action=Action.REJECT, moderator=mo, now=long_ago)
    page = path_of(appeal_link(past))
    assert client.get(page).status_code == 404
    objection = appeal(against=past, words="It was irony.", now=long_ago + timedelta(days=1))
    assert client.get(page).status_code == 200, "whoever waits for an answer can look"
    answer(appeal=objection, outcome=Outcome.UPHELD, words="It was not.", moderator=ada, now=timezone.now())
    assert "It was not." in client.get(page).text


@pytest.mark.parametrize(
    "forge", ["decision-{pk}", "decision-{pk}:x", "measure-{pk}:{sign}", "decision-1{pk}:{sign}", ":"]
)
def test_a_link_that_we_did_not_make_leads_nowhere(rejected: Decision, client: Client, forge: str):
    sign = appeal_link(rejected).rstrip("/").rpartition(":")[2]
    assert client.get(f"/appeals/link/{forge.format(pk=rejected.pk, sign=sign)}/").status_code == 404


def test_another_site_appeals_for_nobody(cass: Client, rejected: Decision):
    sent = cass.post(f"/appeals/decisions/{rejected.pk}/", {"words": "No."}, HTTP_SEC_FETCH_SITE="cross-site")
    assert (sent.status_code, Appeal.objects.count()) == (403, 0)


@pytest.mark.parametrize("words", ["", "  ", "x" * 1001])
def test_an_appeal_without_words_or_with_too_many_keeps_what_was_written(cass: Client, rejected: Decision, words: str):
    sent = cass.post(f"/appeals/decisions/{rejected.pk}/", {"words": words}, **OURS)
    assert (sent.status_code, Appeal.objects.count()) == (422, 0)
    assert words in sent.text
    assert 'aria-invalid="true"' in sent.text


def test_who_is_banned_appeals_against_that(cass: Client, held: Comment, mo: User):
    held.refresh_from_db()
    measure = restrain(comment=held, kind=Restraint.BANNED, days=None, words="Scams", moderator=mo, now=timezone.now())
    page = f"/appeals/measures/{measure.pk}/"
    assert f'href="{page}"' in cass.get("/comments/mine/").text
    assert "ended your writing" in cass.get(page).text
    assert cass.post(page, {"words": "It was my brother."}, **OURS).status_code == 303
    assert Client().get(page).status_code == 404
    assert "It was my brother." in Client().get(path_of(appeal_link(measure))).text


def test_ones_own_decisions_are_shown_as_anothers_to_answer(appealed: Appeal, desk: Client, mo: User):
    page = desk.get("/moderation/appeals/").text
    assert "another moderator answers it" in page
    assert f"/moderation/appeals/{appealed.pk}/answer/" not in page
    assert "Nobody but you moderates here" in page
    reply = {"outcome": "upheld", "words": "I was right."}
    refused = desk.post(f"/moderation/appeals/{appealed.pk}/answer/", reply)
    assert refused.status_code == 409
    assert "Another moderator answers it" in refused.text
    person("Ed", "Editor")
    assert "Nobody but you moderates here" not in desk.get("/moderation/appeals/").text


def test_who_cannot_sign_in_answers_nobody(desk: Client, ada: User):
    assert "Nobody but you moderates here" not in desk.get("/moderation/appeals/").text
    ada.set_unusable_password()
    ada.save()
    assert "Nobody but you moderates here" in desk.get("/moderation/appeals/").text


def test_an_answer_without_words_is_refused_and_strangers_are_sent_away(appealed: Appeal, ada: User, client: Client):
    address = f"/moderation/appeals/{appealed.pk}/answer/"
    assert client.get("/moderation/appeals/").status_code == 302
    client.force_login(person("Rae", "Reporter"))
    assert client.get("/moderation/appeals/").status_code == 403
    assert client.post(address, {"outcome": "upheld", "words": "No."}).status_code == 403
    client.force_login(ada)
    for reply in ({"outcome": "upheld", "words": ""}, {"outcome": "maybe", "words": "Hm."}):
        assert client.post(address, reply).status_code == 422
    assert not Answer.objects.exists()


def test_many_appeals_take_as_many_queries_as_one(
    flood: Page, mo: User, ada: User, client: Client, django_assert_max_num_queries: Any
):
    now = timezone.now()
    for number in range(12):
        said = post_comment(page=flood, writer=Writer(device=f"{number:064}", name="Cass"), text=f"{number}", now=now)
        appeal(against=decide(comment=said, action=Action.SPAM, moderator=mo, now=now), words="No.", now=now)
    client.force_login(ada)
    client.get("/moderation/appeals/")
    with django_assert_max_num_queries(16):
        page = client.get("/moderation/appeals/").text
    assert page.count("The author objects:") == 12


def test_the_longest_wait_is_on_top(flood: Page, mo: User, ada: User, client: Client, now: datetime):
    made = []
    for hours in (1, 3, 2):
        said = post_comment(page=flood, writer=Writer(device=f"{hours:064}", name="Cass"), text=f"{hours}", now=now)
        decision = decide(comment=said, action=Action.SPAM, moderator=mo, now=now)
        made.append(appeal(against=decision, words="No.", now=now + timedelta(hours=hours)))
    client.force_login(ada)
    page = client.get("/moderation/appeals/").text
    places = [page.index(f'id="appeal-{each.pk}"') for each in made]
    assert places[0] < places[2] < places[1]


def test_the_editors_dashboard_says_how_many_appeal(appealed: Appeal, desk: Client):
    assert "appeal to answer" in desk.get("/newsroom/").text


def bearing(user: User, scope: Scope) -> dict[str, Any]:
    key = make_token(user=user, name="a program", scopes=[scope], lasts=timedelta(days=7), now=timezone.now())
    return {"HTTP_AUTHORIZATION": f"Bearer {key}"}


def test_a_program_answers_appeals_by_the_same_rules(appealed: Appeal, client: Client, mo: User, ada: User):
    as_mo, as_ada = bearing(mo, Scope.MODERATE), bearing(ada, Scope.MODERATE)
    assert [each["answerable"] for each in client.get("/api/v1/moderation/appeals", **as_mo).json()] == [False]
    told = client.get("/api/v1/moderation/appeals", **as_ada).json()[0]
    assert (told["against"], told["words"], told["answerable"]) == ("reject", "It was <i>irony</i>.", True)
    address, reply = f"/api/v1/moderation/appeals/{appealed.pk}/answer", {"outcome": "upheld", "words": "It stands."}
    assert client.post(address, reply, JSON, **as_mo).status_code == 403
    assert client.post(address, {**reply, "words": " "}, JSON, **as_ada).status_code == 422
    made = client.post(address, reply, JSON, **as_ada)
    assert (made.status_code, made.json()["outcome"]) == (201, "upheld")
    assert client.post(address, reply, JSON, **as_ada).status_code == 409
    assert client.get("/api/v1/moderation/appeals", **as_ada).json() == []
    assert client.get("/api/v1/moderation/appeals", **bearing(person("Ben"), Scope.MODERATE)).status_code == 403


def test_how_long_an_answer_usually_takes_is_said_where_one_waits(
    flood: Page, cass: Client, rejected: Decision, mo: User, ada: User
):
    now = timezone.now() - timedelta(days=8)
    for number in range(3):
        said = post_comment(page=flood, writer=Writer(device=f"{number:064}", name="Eve"), text=f"{number}", now=now)
        made = appeal(against=decide(comment=said, action=Action.SPAM, moderator=mo, now=now), words="No.", now=now)
        answer(appeal=made, outcome=Outcome.UPHELD, words="Yes.", moderator=ada, now=now + timedelta(days=2))
    assert "An answer usually takes 2 days." in cass.get(f"/appeals/decisions/{rejected.pk}/").text


def test_appeals_are_handed_over_and_their_words_erased(appealed: Appeal, held: Comment, ada: User):
    cass, now = Writer(device=fingerprint(SECRET)), timezone.now()
    answer(appeal=appealed, outcome=Outcome.UPHELD, words="It stands.", moderator=ada, now=now)
    [told] = own_data(writer=cass)["appeals"]
    assert (told["comment"], told["words"], told["answer"]) == (held.pk, "It was <i>irony</i>.", "It stands.")
    erase_own_data(writer=cass, now=now)
    appealed.refresh_from_db()
    assert (appealed.words, Answer.objects.get().words) == ("", "It stands.")


def test_nothing_is_published_whose_author_had_it_erased(appealed: Appeal, held: Comment, ada: User):
    now = timezone.now()
    erase_own_data(writer=Writer(device=fingerprint(SECRET)), now=now)
    assert not Appeal.objects.open().exists()
    with pytest.raises(Overtaken):
        answer(appeal=appealed, outcome=Outcome.OVERTURNED, words="Publish.", moderator=ada, now=now)
