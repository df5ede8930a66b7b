"""The newsroom's own row, and those who work there. Nobody can sign in as them: they have no password."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.models import Group

from dateline.people.models import Newsroom, User
from dateline.people.roles import REPORTER
from dateline.reports.models import Author

from .memory import Memory, Step

SETTINGS = ("tagline", "language", "other_languages", "time_zone", "place", "currency", "contact", "corrections_policy")


def steps(paper: dict[str, Any]) -> list[Step]:
    """The settings, then everybody."""
    staff = [Step(f"user:{one['username']}", partial(hire, written=one)) for one in paper["staff"]]
    for one in paper["authors"]:
        account = {"username": one["slug"], "display_name": one["name"], "roles": [REPORTER]}
        staff.append(Step(f"user:{one['slug']}", partial(hire, written=account)))
        staff.append(Step(f"author:{one['slug']}", partial(introduce, written=one)))
    return [Step("newsroom", partial(furnish, paper=paper)), *staff]


def furnish(memory: Memory, *, paper: dict[str, Any]) -> Newsroom:
    """Fill the newsroom's settings; a name that somebody gave it already stays."""
    newsroom: Newsroom = Newsroom.load()
    if newsroom.is_unnamed:
        newsroom.name = paper["name"]
    for name in SETTINGS:
        setattr(newsroom, name, paper[name])
    newsroom.full_clean()
    newsroom.save()
    return newsroom


def hire(memory: Memory, *, written: dict[str, Any]) -> User:
    """An account that says who decided and answered, and that opens no door."""
    user = User(username=written["username"], display_name=written["display_name"])
    user.set_unusable_password()
    user.save()
    for role in written["roles"]:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def introduce(memory: Memory, *, written: dict[str, Any]) -> Author:
    """A byline with its page; the portrait was drawn before."""
    return Author.objects.create(
        name=written["name"],
        slug=written["slug"],
        role=written["role"],
        bio=f"<p>{written['bio']}</p>",
        mail=written["mail"],
        portrait=memory.thing(f"picture:{written['slug']}"),
        user=memory.thing(f"user:{written['slug']}"),
    )
