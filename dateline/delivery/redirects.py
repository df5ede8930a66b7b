"""Where a browser goes once a form has been dealt with."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect


def see_other(to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Lead on with 303 (RFC 9110): what comes next is another page, asked for with GET, and going back sends nothing.

    ``to`` and what follows are as in Django's ``redirect``, whose 302 leaves the method to the browser's habits.
    """
    response = redirect(to, *args, **kwargs)
    response.status_code = 303
    return response
