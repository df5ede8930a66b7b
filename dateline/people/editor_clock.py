"""One clock in the editor too: the newsroom's."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.users.models import UserProfile

from .models import Newsroom, User


class EditorClock:
    """Read and show times in the editor by the newsroom's zone, so that “out at 18:00” means 18:00 to everybody.

    Wagtail goes by a zone in the person's own profile and, where that is empty, by UTC. The zone is put on the profile
    for this request only: who changes the newsroom's zone changes it for everybody at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")) and isinstance(request.user, User):
            set_clock(request.user, Newsroom.load(request))
        return self.get_response(request)


def set_clock(user: User, newsroom: Newsroom) -> None:
    """Put the newsroom's zone on the profile that Wagtail will ask."""
    profile = UserProfile.get_for_user(user)
    profile.current_time_zone = newsroom.zone.key
    user.wagtail_userprofile = profile  # type: ignore[attr-defined]
