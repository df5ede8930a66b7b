"""Writing: below a report, or in answer to somebody."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from dateline.delivery.proof import FIELD as PROOF
from dateline.delivery.proof import redeem
from dateline.delivery.redirects import see_other
from dateline.people.origin import same_origin_only

from ..actions import Barred, Entry, MembersOnly, NotWelcome, Placed, TooDeep, TooSoon, post_elsewhere, post_one
from ..device import remember
from ..forms import CommentForm
from ..framing import frame_of
from ..grounds import Ground
from ..in_force import terms_of
from ..leading import where_in_frame, where_it_stands
from ..limits import TooMuch
from ..markup import quoted
from ..markup import render as render_markup
from ..models import Comment, Thread
from ..opened import FIELD as OPENED
from ..opened import seconds_since, stamp
from ..places import Place, sealed
from ..writer import Writer, writer_of
from .thread import comment_or_404, page_or_404

UNPROCESSABLE = 422
REFUSED: dict[type[Exception], int] = {
    Barred: 403,
    MembersOnly: 403,
    NotWelcome: 409,
    TooDeep: 409,
    TooMuch: 429,
    TooSoon: 429,
}


class Spot(NamedTuple):
    """Where somebody writes: below a page, in answer to a comment, or below somebody else's page."""

    page: Page | None = None
    parent: Comment | None = None
    place: Place | None = None

    @property
    def thread(self) -> Thread | None:
        """Where that is one below somebody else's page, and somebody has written there."""
        if self.place:
            return Thread.objects.at(self.place.place).first()
        return self.parent.thread if self.parent else None


@same_origin_only
@require_POST
@sensitive_post_parameters("mail")
def post(request: HttpRequest, page_id: int) -> HttpResponse:
    """A new comment below a page."""
    return write(request, Spot(page_or_404(page_id)))


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("mail")
def reply(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The page with the form for an answer, and the answer itself."""
    parent = comment_or_404(comment_id)
    spot = Spot(parent.thread.page, parent)
    if request.method == "POST":
        return write(request, spot)
    context = _around(request, spot)
    if "quote" in request.GET:
        context["form"] = CommentForm(initial={"text": quoted(parent.text)}, writer=Writer())
    return render(request, "discussion/compose.html", context)


@never_cache
def write(request: HttpRequest, spot: Spot) -> HttpResponse:
    """Preview, refuse with the text kept, or store and lead to where it stands."""
    writer = writer_of(request)
    form = CommentForm(request.POST, writer=writer)
    context = {**_around(request, spot), "form": form, "writer": writer}
    try:
        Ground(None, terms=context["terms"]).check(writer, is_proven=True)  # what no change of the form would mend
        if not form.is_valid():
            return render(request, "discussion/compose.html", context, status=UNPROCESSABLE)
        if "preview" in request.POST:
            context["preview"] = render_markup(form.cleaned_data["text"])
            return render(request, "discussion/compose.html", context)
        placed = _store(form, writer, spot, request.POST)
    except (Barred, NotWelcome, TooDeep, TooMuch) as refusal:
        return _refuse(request, context, refusal)
    return _lead_to(request, placed, spot.page, writer)


def _around(request: HttpRequest, spot: Spot) -> dict[str, Any]:
    """What the page of the form says of where it belongs, and since when it is open."""
    now = timezone.now()
    opened = request.POST.get(OPENED, "") if request.method == "POST" else stamp(now)
    terms = terms_of(spot.page, now, thread=spot.thread)
    around: dict[str, Any] = {"page": spot.page, "parent": spot.parent, "terms": terms, "opened": opened}
    around["proof"] = request.POST.get(PROOF, "")
    if spot.place:
        around |= {"sealed": sealed(spot.place), "back": f"{reverse('discussion:embed')}?{spot.place.query}"}
    elif spot.parent and frame_of(request):
        around["back"] = reverse("discussion:embedded", args=[spot.parent.thread_id])
    return around


def _refuse(request: HttpRequest, context: dict[str, Any], refusal: Exception) -> HttpResponse:
    context |= {"refusal": str(refusal), "is_barred": isinstance(refusal, Barred)}
    response = render(request, "discussion/compose.html", context, status=REFUSED[type(refusal)])
    if isinstance(refusal, TooSoon):
        response.headers["Retry-After"] = str(refusal.seconds)
    return response


def _store(form: CommentForm, writer: Writer, spot: Spot, sent: QueryDict) -> Placed:
    words, now = form.cleaned_data, timezone.now()
    entry = Entry(
        writer.named(words["author_name"], words["mail"]),
        words["text"],
        spot.page.pk if spot.page else None,
        spot.parent.pk if spot.parent else None,
        trap=bool(words["website"]),
        seconds=seconds_since(sent.get(OPENED, ""), now),
        proven=redeem("discussion", sent.get(PROOF, "")),
    )
    return post_elsewhere(entry, place=spot.place, now=now) if spot.place else post_one(entry, now=now)


def _lead_to(request: HttpRequest, placed: Placed, page: Page | None, writer: Writer) -> HttpResponse:
    address = page.get_url(request) if page else None
    response = see_other(where_in_frame(placed) if frame_of(request) else where_it_stands(placed, address))
    if writer.fresh:
        remember(response, writer.fresh)
    return response
