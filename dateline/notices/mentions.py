"""Who is named in a comment: ``@`` and the name of a verified account, or of a guest who has written in that thread.

Names have blanks in them, so the longest run of words that is somebody's name counts. Nothing is stored in the words,
and nothing is printed otherwise: a name that is nobody's costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.discussion.models import Comment
from dateline.lib.skeleton import skeleton
from dateline.people.models import User
from dateline.people.proof import verified_among

from .models import Recipient

NAMED = re.compile(r"(?<![\w@./])@([^\s@][^\n@]{0,100})")
WORDS = 5  # of a name
MOST = 5  # people that one comment names
AFTER_A_NAME = ".,;:!?…)]}»”’\"'*_~"


def candidates_in(text: str) -> list[list[str]]:
    """Return for each ``@`` what may be a name behind it, the longest first."""
    return [_beginnings(found.split()[:WORDS]) for found in NAMED.findall(text)[:MOST]]


def _beginnings(words: list[str]) -> list[str]:
    runs = (" ".join(words[:number]).rstrip(AFTER_A_NAME) for number in range(len(words), 0, -1))
    return list(dict.fromkeys(run for run in runs if run))


def named_in(comments: Mapping[int, int]) -> dict[int, list[str]]:
    """Return whom each comment names, by ``Writer.key``; ``comments`` are numbers, each with its thread."""
    marked = Comment.objects.with_ids(comments).filter(text__contains="@").values_list("pk", "text")
    found = {number: mentions for number, text in marked if (mentions := candidates_in(text))}
    if not found:
        return {}
    names = {name for each in found.values() for beginnings in each for name in beginnings}
    accounts, guests = _accounts(names), _guests(names, {comments[number] for number in found})
    return {number: _keys(each, comments[number], accounts, guests) for number, each in found.items()}


def _keys(
    mentions: Iterable[list[str]], thread: int, accounts: Mapping[str, str], guests: Mapping[tuple[int, str], str]
) -> list[str]:
    """The first of each run of candidates that is somebody."""
    keys = (
        next((key for name in names if (key := accounts.get(skeleton(name)) or guests.get((thread, name)))), "")
        for names in mentions
    )
    return [key for key in dict.fromkeys(keys) if key]


def _accounts(names: set[str]) -> dict[str, str]:
    """Verified accounts by the skeletons of their names."""
    skeletons = set(map(skeleton, names)) - {""}
    held = dict(User.objects.filter(name_skeleton__in=skeletons).order_by("-pk").values_list("pk", "name_skeleton"))
    return {held[number]: f"account:{number}" for number in verified_among(held)}


def _guests(names: set[str], threads: set[int]) -> dict[tuple[int, str], str]:
    """Guests who are recipients and have published under such a name in one of these threads."""
    devices = [each.removeprefix("device:") for each in _guest_keys()]
    if not devices:
        return {}
    wrote = (
        Comment.objects.published().by_authors(set(), set(devices)).filter(thread__in=threads, author_name__in=names)
    )
    return {
        (thread, name): f"device:{device}"
        for thread, name, device in wrote.values_list("thread", "author_name", "device")
    }


def _guest_keys() -> list[str]:
    """Those guests that were active last, so that this stays cheap."""
    return list(Recipient.objects.guests().order_by("-pk").values_list("whose", flat=True)[:5_000])
