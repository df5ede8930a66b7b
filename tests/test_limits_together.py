"""Limits hold for all processes together: three real ones push at once against each of them, on one database."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.discussion.actions.edit import EDITS
from dateline.discussion.actions.mute import MUTES
from dateline.discussion.limits import (
    COMMENTS_BY_ONE,
    COMMENTS_FROM_ONE_PLACE,
    FLAGS_FROM_ONE_PLACE,
    STRANGERS_FROM_ONE_PLACE,
    VOTES_FROM_ONE_PLACE,
)
from dateline.funding.limits import SPANS
from dateline.people.tokens import MOST
from tests.databases import POSTGRESQL, own_data
from tests.prepared import prepare
from tests.serving import House

PROCESSES = 3
LIMITS = {
    "comments by one": COMMENTS_BY_ONE,
    "comments from one place": COMMENTS_FROM_ONE_PLACE,
    "votes from one place": VOTES_FROM_ONE_PLACE,
    "reports from one place": FLAGS_FROM_ONE_PLACE,
    "new browsers from one place": STRANGERS_FROM_ONE_PLACE,
    "edits of one comment": EDITS,
    "mutes of one": 40,
    "tokens of one": MOST,
    "gifts from one place": SPANS[60],
    "one proof": 1,
}
SEED = """
from datetime import timedelta
from altcha import Challenge, Payload, solve_challenge
from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, Site
from allauth.account.models import EmailAddress
from dateline.discussion.actions import record_comment, set_mode, thread_of
from dateline.discussion.models import Comment, Mode, Mute
from dateline.delivery.proof import new_challenge
from dateline.people.models import User
now = timezone.now()
page = Site.objects.get().root_page.add_child(instance=Page(title="The flood", slug="flood"))
set_mode(page=page, mode=Mode.OPEN, now=now)
thread = thread_of(page=page, now=now)
for number in range(90):
    record_comment(thread=thread, author_name=f"Other {number:02}", text="Said.", created_at=now, now=now)
own = record_comment(thread=thread, author_name="Dee", text="Ths.", created_at=now, now=now)
Comment.objects.filter(pk=own.pk).update(device="editor")
Mute.objects.bulk_create(
    Mute(reader="device:one", author=f"name:somebody{number}", name="x", at=now) for number in range(ALREADY)
)
asked = Challenge.from_dict(new_challenge("discussion", now))
(settings.HOME / "proof").write_text(Payload(asked, solve_challenge(asked)).to_base64())
ben = User.objects.create_user("ben", email="ben@example.org")
EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A newsroom with a thread and a reader, in which nobody serves."""
    home = tmp_path_factory.mktemp("house")
    with own_data(home) as data:
        if POSTGRESQL:
            house = House(home, dict(data))
            house.dateline("prepare", "--no-sample")
        else:
            prepare(home)
            house = House(home)
        house.ask(SEED.replace("ALREADY", str(MUTES - LIMITS["mutes of one"])))
        yield house


@pytest.fixture(scope="module")
def let(house: House) -> Counter[str]:
    """How often each thing was let, over all processes."""
    pushing = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.pushing", str(number)],
            env=house.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for each in pushing:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in pushing:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    told = [each.communicate(timeout=500)[0] for each in pushing]
    assert [each.returncode for each in pushing] == [0] * PROCESSES
    return sum((Counter(json.loads(each)) for each in told), Counter())


@pytest.mark.parametrize("name", LIMITS)
def test_together_they_are_let_as_often_as_one_would_be(let: Counter[str], name: str) -> None:
    assert let[name] == LIMITS[name]


def test_one_address_gets_few_mails_whoever_asks(let: Counter[str], house: House) -> None:
    sent = [mail.read_text() for mail in (Path(house.home) / "mail").glob("*")]
    assert 0 < len([mail for mail in sent if "ben@example.org" in mail]) <= 4
