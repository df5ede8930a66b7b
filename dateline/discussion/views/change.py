"""An author changes a comment, or deletes it. Private pages, like all of one's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import Barred, NotChangeable, may_edit
from ..actions import edit as edit_comment
from ..actions import withdraw as withdraw_comment
from ..actions.edit import FIXED, check_withdrawable
from ..forms import WordsForm
from ..markup import render as render_markup
from ..writer import reader_of
from .mine import own_or_404

CONFLICT, UNPROCESSABLE = 409, 422


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def edit(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The form with the words as they are, a preview, and the change itself."""
    comment, writer, now = own_or_404(request, comment_id), reader_of(request), timezone.now()
    form = WordsForm(request.POST or None, initial={"text": comment.text})
    context = {"comment": comment, "form": form, "fixed": FIXED, "is_fixed": not may_edit(comment, writer, now)}
    if request.method != "POST":
        return render(request, "discussion/edit.html", context, status=CONFLICT if context["is_fixed"] else 200)
    if not form.is_valid():
        return render(request, "discussion/edit.html", context, status=UNPROCESSABLE)
    if "preview" in request.POST:
        return render(request, "discussion/edit.html", {**context, "preview": render_markup(form.cleaned_data["text"])})
    try:
        changed = edit_comment(comment=comment, writer=writer, text=form.cleaned_data["text"], now=now)
    except (Barred, NotChangeable) as refusal:
        return render(request, "discussion/edit.html", {**context, "refusal": refusal}, status=CONFLICT)
    if changed.is_published:
        return see_other(f"{changed.get_absolute_url()}#{changed.anchor}")
    return see_other("discussion:mine_one", comment_id=comment_id)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def withdraw(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Ask once more, then delete."""
    comment, writer = own_or_404(request, comment_id), reader_of(request)
    try:
        if request.method != "POST":
            check_withdrawable(comment, writer)
            return render(request, "discussion/withdraw.html", {"comment": comment})
        withdraw_comment(comment=comment, writer=writer, now=timezone.now())
    except NotChangeable as refusal:
        context = {"comment": comment, "refusal": refusal}
        return render(request, "discussion/withdraw.html", context, status=CONFLICT)
    return see_other("discussion:mine_one", comment_id=comment_id)
