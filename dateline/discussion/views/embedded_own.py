"""An author's own comments in a frame: a browser says who it is with a form, for no cookie comes along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dateline.people.origin import same_origin_only

from ..actions import NotChangeable
from ..actions import withdraw as withdraw_comment
from ..writer import reader_of
from .mine import RECENT, own_in_words, own_or_404


@same_origin_only
@require_POST
@sensitive_post_parameters("device")
@cache_control(private=True, no_store=True)
def mine(request: HttpRequest) -> HttpResponse:
    """The latest comments of this browser, below pages of other sites too, with where they stand."""
    return render(request, "discussion/mine.html", own_in_words(reader_of(request), RECENT))


@same_origin_only
@require_POST
@sensitive_post_parameters("device")
@cache_control(private=True, no_store=True)
def withdraw(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take one of them back; asking once more is the form's."""
    comment, reader = own_or_404(request, comment_id), reader_of(request)
    refusal = None
    try:
        withdraw_comment(comment=comment, writer=reader, now=timezone.now())
    except NotChangeable as reason:
        refusal = reason
    return render(request, "discussion/mine.html", {**own_in_words(reader, RECENT), "refusal": refusal})
