"""What the editor shows to whom: names of a newsroom, each role's own rooms, and nothing from another site."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.admin.menu import Menu, admin_menu, help_menu

from dateline.funding.actions import open_drive
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User
from dateline.people.roles import ROLES

pytestmark = pytest.mark.django_db
MENU = {
    "Reporter": ["Reports", "Authors", "Sources", "Claims", "Maps", "Places", "Pictures", "Documents", "Help"],
    "Editor": [
        *["Reports", "Authors", "Moderation", "Sources", "Claims", "Maps", "Places", "Pictures", "Documents"],
        *["Overviews", "Settings", "Help"],
    ],
    "Moderator": ["Moderation", "Settings", "Help"],
    "Treasurer": ["Funding", "Settings", "Help"],
}
SEEN = {
    "Reporter": {"reports published", "Out now", "of 5,000"},
    "Editor": {"reports published", "Out now", "comments wait", "of 5,000"},
    "Moderator": {"comments wait", "of 5,000"},
    "Treasurer": {"of 5,000"},
}
CLOSED = {
    "Reporter": [
        "snippets/funding/drive/",
        "funding/record/",
        "snippets/reports/author/add/",
        "settings/people/newsroom/",
    ],
    "Editor": ["snippets/funding/gift/", "snippets/funding/posting/", "funding/record/", "users/", "groups/"],
    "Moderator": [
        "pages/",
        "snippets/funding/gift/",
        "snippets/atlas/drawnmap/",
        "images/",
        "settings/people/newsroom/",
    ],
    "Treasurer": ["pages/", "snippets/reports/author/", "images/", "settings/people/newsroom/", "users/"],
}


def sign_in(client: Client, role: str) -> User:
    """Somebody in a role, at the editor's door."""
    person = User.objects.create_user(role.lower(), display_name=role)
    person.groups.add(Group.objects.get(name=role))
    client.force_login(person)
    return person


def menu_of(person: User, menu: Menu) -> list[str]:
    """The entries of the first level, in the order in which they are shown."""
    request = RequestFactory().get("/newsroom/")
    request.user = person
    return [str(item.label) for item in sorted(menu.menu_items_for_request(request), key=lambda item: item.order)]


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_speaks_a_newsrooms_language(client: Client, role: str) -> None:
    assert menu_of(sign_in(client, role), admin_menu) == MENU[role]


def test_help_stays_at_home(client: Client) -> None:
    assert menu_of(sign_in(client, "Editor"), help_menu) == ["Shortcuts"]


@pytest.mark.parametrize(("role", "seen"), SEEN.items())
def test_the_dashboard_answers_what_is_live_what_waits_and_how_the_month_goes(
    client: Client, role: str, seen: set[str]
) -> None:
    newsroom = Newsroom.load()
    newsroom.name = "The Lume Courier"
    newsroom.save()
    now = timezone.now()
    open_drive(year=now.year, month=now.month, goal=Money(500_000, "USD"), purpose="Boots.")
    sign_in(client, role)
    page = client.get("/newsroom/").content.decode()
    assert "The Lume Courier" in page
    assert {words for words in ("reports published", "Out now", "comments wait", "of 5,000") if words in page} == seen


@pytest.mark.parametrize("path", ["", "account/", "pages/"])
def test_nothing_is_fetched_from_another_site(client: Client, path: str) -> None:
    sign_in(client, "Editor")
    page = client.get(f"/newsroom/{path}").content.decode()
    assert re.findall(r"""(?:src|srcset|action)=["'](?:https?:)?//[^"']*""", page) == []
    assert "wagtail.org" not in page


@pytest.mark.parametrize("role", CLOSED)
def test_other_peoples_rooms_are_closed(client: Client, role: str) -> None:
    sign_in(client, role)
    for path in CLOSED[role]:
        answer = client.get(f"/newsroom/{path}")
        assert answer.status_code in {302, 403}, path
