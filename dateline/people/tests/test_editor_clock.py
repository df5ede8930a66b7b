"""In the editor everybody's clock is the newsroom's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.admin.auth import require_admin_access
from wagtail.users.models import UserProfile

from dateline.people.editor_clock import EditorClock
from dateline.people.models import Newsroom, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    newsroom = Newsroom.load()
    newsroom.time_zone = "America/Halifax"
    newsroom.save()
    ada = User.objects.create_user("ada@example.org", password="water", display_name="Ada Vogt")
    ada.groups.add(Group.objects.get(name="Editor"))
    return ada


@require_admin_access
def which_zone(request: HttpRequest) -> HttpResponse:
    """What a page of the editor goes by."""
    return HttpResponse(timezone.get_current_timezone_name())


def zone_for(user: User) -> str:
    request = RequestFactory().get("/newsroom/pages/")
    request.user = user
    return EditorClock(which_zone)(request).content.decode()


def test_times_are_read_in_the_newsrooms_zone(ada: User) -> None:
    assert zone_for(ada) == "America/Halifax"


def test_a_zone_that_was_kept_in_the_profile_does_not_move_them(ada: User) -> None:
    UserProfile.objects.create(user=ada, current_time_zone="Asia/Tokyo")
    assert zone_for(User.objects.get(pk=ada.pk)) == "America/Halifax"


def test_nobody_is_asked_for_a_zone_and_the_desk_knows_their_name(ada: User, client: Client) -> None:
    client.force_login(ada)
    page = client.get("/newsroom/account/").content.decode()
    assert "current_time_zone" not in page
    assert "Ada Vogt" in client.get("/newsroom/").content.decode()
