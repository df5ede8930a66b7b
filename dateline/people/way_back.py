"""Where somebody wanted to go who has to sign in first: kept until they are in.

Between the page that asks for an address and the one that asks for a code, allauth forgets it: on the links from one to
the other, for somebody who comes back while a code is on its way, after three wrong codes, and in the mails.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 500  # characters of an address of ours that is kept for a stranger
KEPT = "way_back"  # in the session
View = Callable[..., HttpResponseBase]


def keeps_way_back(view: View) -> View:
    """Let a page of signing in know where its reader wanted to go, also where the request does not say it.

    Nothing is kept of who only looks: a session begins when somebody sends an address.
    """

    @wraps(view)
    def kept(request: HttpRequest) -> HttpResponseBase:
        wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
        if wanted:
            if _is_ours(wanted) and (request.method == "POST" or request.session.session_key):
                request.session[KEPT] = wanted
        elif request.method == "GET" and not request.user.is_authenticated and KEPT in request.session:
            return redirect(f"{request.path}?{urlencode({REDIRECT_FIELD_NAME: request.session[KEPT]})}")
        return view(request)

    return kept


def forget_way_back(request: HttpRequest) -> None:
    """Whoever is in has been led there."""
    request.session.pop(KEPT, None)


def _is_ours(wanted: str) -> bool:
    """Whether it is a path here, and no address of anybody's."""
    is_path = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return is_path and len(wanted) <= LONGEST
