"""Who may: asked once at the head of a page of the treasurer's, answered with 403 and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

View = Callable[..., HttpResponseBase]


def may(*rights: str) -> Callable[[View], View]:
    """Let those in who have all of ``rights``.

    The editor's own way, a redirect to its first page, would be no answer to a program that asks for a file.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.has_perms(rights):
                return render(request, "funding/treasury_refused.html", status=403)
            return view(request, *args, **kwargs)

        return guarded

    return wrap
