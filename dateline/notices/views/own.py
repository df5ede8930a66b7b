"""What is new for somebody, and what they want to be told of."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dateline.delivery.sender import sender_key
from dateline.discussion.writer import reader_of
from dateline.lib.row_number import row_number
from dateline.people.origin import same_origin_only

from .. import actions
from ..actions.recipients import recipient_for
from ..followed import news_on_page
from ..forms import ChoicesForm, MailForm
from ..links import behind_own, feed_address, own_token
from ..models import Notice, Recipient
from ..words import told_of
from .own_page import own_page

LISTED = 50


@own_page
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """The page of an account, or of a guest's browser."""
    reader = reader_of(request)
    recipient = Recipient.objects.known_as(reader.key).first()
    if recipient is None and reader.account:
        recipient = recipient_for(writer=reader, now=timezone.now())
    if recipient is None:
        return render(request, "notices/own.html", {"recipient": None})
    return _page(request, recipient)


@own_page
@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
def own_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a guest who comes from a mail, in whatever browser."""
    recipient = behind_own(token)
    if recipient is None:
        return render(request, "notices/own.html", {"recipient": None, "is_over": True}, status=410)
    return _page(request, recipient, by_link=True)


def _page(request: HttpRequest, recipient: Recipient, *, by_link: bool = False) -> HttpResponse:
    """Print it, or do what one of its forms asks for and come back; by another link where that was the last of it."""
    choices = ChoicesForm(request.POST if "choose" in request.POST else None, instance=recipient)
    mail = MailForm(request.POST if "ask" in request.POST else None)
    if request.method == "POST" and _do(request, recipient, choices, mail, timezone.now()):
        if by_link:
            recipient.refresh_from_db()
        back = reverse("notices:own_by_link", args=[own_token(recipient)]) if by_link else request.path
        return redirect(f"{back}?kept={'asked' if 'ask' in request.POST else 'yes'}")
    wrong = bool(choices.errors or mail.errors)
    context = {"recipient": recipient, "choices": choices, "mail_form": mail, **_new_for(request, recipient)}
    return render(request, "notices/own.html", context, status=422 if wrong else 200)


def _do(request: HttpRequest, recipient: Recipient, choices: ChoicesForm, mail: MailForm, now: datetime) -> bool:
    """Do the one thing that was asked for; False where its form is wrong."""
    asked = request.POST
    if "choose" in asked:
        if choices.is_valid():
            actions.choose(recipient=recipient, paces=choices.cleaned_data, now=now)
        return choices.is_valid()
    if "ask" in asked:
        if mail.is_valid():
            origin = sender_key(request, purpose="discussion")
            actions.try_to_ask(recipient=recipient, mail=mail.cleaned_data["mail"], origin=origin, now=now)
        return mail.is_valid()
    thread = row_number(asked.get("leave", ""))
    if thread is not None:
        actions.unfollow(recipient=recipient, thread_id=thread)
    elif "feed" in asked:
        {"new": actions.make_feed, "none": actions.forget_feed}.get(asked["feed"], _nothing)(recipient=recipient)
    return True


def _nothing(*, recipient: Recipient) -> None:
    """A form that is not ours asks for nothing."""


def _new_for(request: HttpRequest, recipient: Recipient) -> dict[str, object]:
    """The list, with what is new marked; what was shown is new no more."""
    notices = list(Notice.objects.of(recipient).newest_first().with_all()[:LISTED])
    told = told_of(notices, seen=recipient.seen)
    follows = list(recipient.follows_of.select_related("thread__page").order_by("-pk"))
    news = news_on_page(recipient, follows)
    if request.method == "GET":
        actions.see(recipient=recipient, newest=notices[0].pk if notices else 0)
        actions.see_news(news=news)
    return {
        "told": told,
        "unread": sum(each.is_new for each in told),
        "follows": follows,
        "news": news,
        "feed_address": feed_address(recipient),
        "kept": request.GET.get("kept", ""),
    }
