"""The way to the newsroom's own sign-in and back."""

from __future__ import annotations

import logging
import secrets
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from dateline.lib.sign_on import SignOn

from .house import BadToken, come_in, read_token

log = logging.getLogger("dateline.people")
LONGEST_WAY = 500  # characters of an address of ours that is kept for a stranger
STATE = "house"  # in the session: the nonce, and where the reader wanted to go
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Send the browser to the newsroom's page, with a nonce that its token has to carry."""
    house = _house()
    state = {"nonce": secrets.token_urlsafe(24), "next": request.GET.get("next", "")[:LONGEST_WAY]}
    request.session[STATE] = state
    query = urlencode({"nonce": state["nonce"], "return": settings.BASE_URL + reverse("people:house_back")})
    return redirect(f"{house.page}{'&' if '?' in house.page else '?'}{query}")


@never_cache
@require_safe
@sensitive_variables("token")
def back(request: HttpRequest) -> HttpResponse:
    """Take the token, sign its bearer in under a new session key, and lead on to a page of ours."""
    house, token = _house(), request.GET.get("token", "")
    state = request.session.pop(STATE, None) or {}
    try:
        vouched = read_token(token, house=house, nonce=state.get("nonce", ""), now=timezone.now())
        user = come_in(vouched=vouched, house=house)
    except BadToken as error:
        log.warning("A token of %s was refused: %s", house.issuer, error)
        return render(request, "socialaccount/authentication_error.html", status=403)
    login(request, user, backend=BACKEND)  # flushes or cycles the session, so that a key known before is worth nothing
    return redirect(_own_address(request, state.get("next", "")))


def _house() -> SignOn:
    if settings.SINGLE_SIGN_ON is None:
        raise Http404
    return settings.SINGLE_SIGN_ON


def _own_address(request: HttpRequest, wanted: str) -> str:
    """Return ``wanted`` where it is a page of ours, else the front page."""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else settings.LOGIN_REDIRECT_URL
