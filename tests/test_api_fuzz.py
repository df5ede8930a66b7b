"""Requests made from the API's own description: whatever is sent, the answer is one that the description knows.

``DATELINE_API_CASES`` says how many, over all operations; the suite runs a few, and 8,000 are a command
(docs/development.md).
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import timedelta
from typing import NamedTuple

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import ignored_auth
from wagtail.models import Page, Site

from dateline.discussion.actions import post_comment, record_comment, thread_of
from dateline.discussion.models import ListKind
from dateline.discussion.writer import Writer
from dateline.front.api import api
from dateline.moderation.actions import appeal, decide, decide_all, make_list
from dateline.moderation.actions.batch import Seen
from dateline.moderation.models import Action
from dateline.moderation.models.batch import About
from dateline.people.models import Scope, User
from dateline.people.tokens import make_token

CASES = int(os.environ.get("DATELINE_API_CASES", "120"))
OPERATIONS = 20  # of the description; a test holds it
ANSWERS: Counter[tuple[str, int]] = Counter()
schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(), default=str)))
schema.app = get_wsgi_application()


class Key(NamedTuple):
    """A token, and the numbers of what is there."""

    key: str
    known: dict[str, int]


@pytest.fixture(scope="module", autouse=True)
def _told():
    """Say in the end how many requests there were and what was answered: the command's result."""
    yield
    print(f"\n{sum(ANSWERS.values())} requests: {dict(sorted(ANSWERS.items()))}")  # noqa: T201 -- see above


@pytest.fixture(autouse=True)
def _open_database():
    """Leave the connection open between requests, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def key(db):
    """A page with a comment and one of everything that the desk knows; the token of somebody who may do everything."""
    root = Page.objects.filter(depth=1).first()
    front = root.add_child(instance=Page(title="Paper", slug="the-paper"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=front, is_default_site=True)
    now = timezone.now()
    thread = thread_of(page=front, now=now)
    said = record_comment(thread=thread, author_name="Eve", text="Words.", created_at=now, now=now)
    ada, mo = (User.objects.create_superuser(name.lower(), display_name=name) for name in ("Ada", "Mo"))
    decision = decide(comment=said, action=Action.APPROVE, moderator=ada, now=now)
    known = {
        "page_id": front.pk,
        "comment_id": said.pk,
        "decision_id": decision.pk,
        **_at_the_desk(front, ada, mo, now),
    }
    return Key(make_token(user=ada, name="fuzz", scopes=list(Scope), lasts=timedelta(days=1), now=now), known)


def _at_the_desk(page, ada, mo, now):
    """A list, a batch of one, and an appeal against what Mo decided, which Ada may answer."""
    refused, held = (
        post_comment(page=page, writer=Writer(device=letter * 64, name=letter), text=f"Words, {letter}.", now=now)
        for letter in "ab"
    )
    wordlist = make_list(name="Scams", kind=ListKind.WORDS, text="casino", holds=True, moderator=ada, now=now)
    seen = [Seen(held.pk, held.status)]
    batch = decide_all(seen=seen, action=Action.SPAM, about=About.COPIES, moderator=ada, now=now)
    rejected = decide(comment=refused, action=Action.REJECT, moderator=mo, now=now)
    objection = appeal(against=rejected, words="No.", now=now)
    return {"list_id": wordlist.pk, "batch_id": batch.pk, "appeal_id": objection.pk}


def leaves_out_its_token(case) -> bool:
    """Whether what is wrong with this request is meant to be its headers."""
    header = case.meta.components.get(ParameterLocation.HEADER) if case.meta else None
    return header is not None and header.mode.is_negative


@schema.parametrize()
@settings(
    max_examples=-(-CASES // OPERATIONS), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
def test_whatever_is_sent_the_answer_is_one_that_is_described(case, key):
    for name, number in (case.path_parameters or {}).items():
        if isinstance(number, int) and number % 2 and 0 < number < 2**63:
            case.path_parameters[name] = key.known[name]  # so that half of them meet something
    headers = {"Accept-Encoding": "identity"}
    if not leaves_out_its_token(case):
        headers["Authorization"] = f"Bearer {key.key}"
    answer = case.call(headers=headers)
    ANSWERS[case.operation.label, answer.status_code] += 1
    case.validate_response(answer, excluded_checks=[ignored_auth])  # our token stands over the one that it takes away
    assert answer.status_code < 500


def test_every_operation_is_in_the_description():
    assert len(list(schema.get_all_operations())) == OPERATIONS
