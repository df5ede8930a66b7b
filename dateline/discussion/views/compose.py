"""Writing: below a report, or in answer to somebody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import Barred, Entry, NotWelcome, Placed, TooDeep, post_one
from ..device import remember
from ..forms import CommentForm
from ..leading import where_it_stands
from ..limits import TooMuch
from ..markup import quoted
from ..markup import render as render_markup
from ..models import Comment
from ..writer import Writer, writer_of
from .thread import comment_or_404, page_or_404

UNPROCESSABLE = 422
REFUSED = {Barred: 403, NotWelcome: 409, TooDeep: 409, TooMuch: 429}  # the last is mended by waiting


@same_origin_only
@require_POST
@sensitive_post_parameters("mail")
def post(request: HttpRequest, page_id: int) -> HttpResponse:
    """A new comment below a page."""
    return _write(request, page_or_404(page_id), None)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("mail")
def reply(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The page with the form for an answer, and the answer itself."""
    parent = comment_or_404(comment_id)
    if request.method == "POST":
        return _write(request, parent.thread.page, parent)
    context: dict[str, object] = {"parent": parent, "page": parent.thread.page}
    if "quote" in request.GET:
        context["form"] = CommentForm(initial={"text": quoted(parent.text)}, writer=Writer())
    return render(request, "discussion/compose.html", context)


@never_cache
def _write(request: HttpRequest, page: Page | None, parent: Comment | None) -> HttpResponse:
    """Preview, refuse with the text kept, or store and lead to where it stands."""
    writer = writer_of(request)
    form = CommentForm(request.POST, writer=writer)
    context = {"form": form, "page": page, "parent": parent, "writer": writer}
    if not form.is_valid():
        return render(request, "discussion/compose.html", context, status=UNPROCESSABLE)
    if "preview" in request.POST:
        context["preview"] = render_markup(form.cleaned_data["text"])
        return render(request, "discussion/compose.html", context)
    try:
        placed = _store(form, writer, page, parent)
    except tuple(REFUSED) as refusal:
        context["refusal"] = str(refusal)
        return render(request, "discussion/compose.html", context, status=REFUSED[type(refusal)])
    return _lead_to(request, placed, page, writer)


def _store(form: CommentForm, writer: Writer, page: Page | None, parent: Comment | None) -> Placed:
    words = form.cleaned_data
    entry = Entry(
        writer.named(words["author_name"], words["mail"]),
        words["text"],
        page.pk if page else None,
        parent.pk if parent else None,
        trap=bool(words["website"]),
    )
    return post_one(entry, now=timezone.now())


def _lead_to(request: HttpRequest, placed: Placed, page: Page | None, writer: Writer) -> HttpResponse:
    response = see_other(where_it_stands(placed, page.get_url(request) if page else None))
    if writer.fresh:
        remember(response, writer.fresh)
    return response
