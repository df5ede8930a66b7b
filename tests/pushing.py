"""One of several processes that try more than anybody may, all at once: ``python -m tests.pushing NUMBER``.

Says ``ready``, waits for a line, then tries each thing ``TRIES`` times and prints as JSON how often it was let.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIRequest  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.utils import timezone  # noqa: E402

from dateline.delivery.proof import redeem  # noqa: E402
from dateline.discussion.actions import NotChangeable, edit, flag, mute, post_comment, vote  # noqa: E402
from dateline.discussion.limits import TooMuch, check_stranger  # noqa: E402
from dateline.discussion.models import Comment  # noqa: E402
from dateline.discussion.writer import Writer  # noqa: E402
from dateline.funding.limits import may_try  # noqa: E402
from dateline.people.models import User  # noqa: E402
from dateline.people.tokens import TooMany, make_token  # noqa: E402

TRIES = 16
REFUSALS = (TooMuch, TooMany, NotChangeable)


def fresh(where: str, number: str) -> Writer:
    """Return somebody with a new browser at one address."""
    return Writer(device=f"{where}-{number}", origin=where, name="Cass", fresh="new")


def request() -> WSGIRequest:
    """Return a request from one address."""
    return RequestFactory().post("/give/", REMOTE_ADDR="203.0.113.7")


def ask_for_a_code() -> Any:
    """Ask for a code by mail; whether one is sent is counted by who started us."""
    Client(REMOTE_ADDR="203.0.113.8").post("/account/login/", {"login": "ben@example.org"}, HTTP_HOST="127.0.0.1")


def ways(who: str) -> dict[str, Callable[[int], Any]]:
    """Return what is tried, by name; each is given the number of the try. ``None`` or an error is a refusal."""
    one = Writer(device="one", origin="", name="Cass")
    page, ben = Comment.objects.earliest("pk").thread.page, User.objects.get(username="ben")
    others = list(Comment.objects.filter(author_name__startswith="Other").order_by("pk"))
    own = Comment.objects.get(device="editor")
    return {
        "comments by one": lambda each: post_comment(page=page, writer=one, text=f"{who} {each}", now=timezone.now()),
        "comments from one place": lambda each: post_comment(
            page=page, writer=fresh("school", f"{who}{each}"), text=f"At school {who} {each}", now=timezone.now()
        ),
        "votes from one place": lambda each: vote(
            comment=others[0], writer=fresh("office", f"{who}{each}"), value=1, now=timezone.now()
        ),
        "reports from one place": lambda each: flag(
            comment=others[1], writer=fresh("inn", f"{who}{each}"), reason="other", now=timezone.now()
        ),
        "new browsers from one place": lambda each: check_stranger(fresh("hotel", f"{who}{each}")) or True,
        "edits of one comment": lambda each: edit(
            comment=own, writer=Writer(device="editor"), text=f"Now {who} {each}", now=timezone.now()
        ),
        "mutes of one": lambda each: mute(comment=others[(int(who) + 3 * each) % 90], writer=one, now=timezone.now()),
        "tokens of one": lambda each: make_token(
            user=ben, name="x", scopes=["read"], lasts=timezone.timedelta(days=1), now=timezone.now()
        ),
        "gifts from one place": lambda each: may_try(request()) or None,
        "one proof": lambda each: redeem("discussion", (settings.HOME / "proof").read_text()) or None,
        "codes to one address": lambda each: ask_for_a_code(),
    }


def let(way: Callable[[int], Any]) -> int:
    """Return how many tries were let."""
    done = 0
    for each in range(TRIES):
        try:
            done += way(each) is not None
        except REFUSALS:
            continue
    return done


def main() -> None:
    """Push."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    tried = ways(sys.argv[1])
    sys.stdin.readline()
    json.dump({name: let(way) for name, way in tried.items()}, sys.stdout)


main()
