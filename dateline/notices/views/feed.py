"""What is new for somebody, for the program with which they read feeds. Its address is the key to it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dateline.discussion.models import Comment
from dateline.lib.feeds import Channel, Entry, writer_for
from dateline.people.models import Newsroom
from dateline.people.moments import local

from ..followed import latest_in_followed
from ..links import behind_feed, whole
from ..models import Kind, Notice, Recipient
from ..words import Told, one_line, title_of, told_of
from .own_page import own_page

LENGTH = 50


@own_page
@require_safe
def feed(request: HttpRequest, token: str, form: str) -> HttpResponse:
    """The latest notices of whoever has this address."""
    recipient = behind_feed(token)
    if recipient is None:
        raise Http404
    writer = writer_for(form)
    channel = _channel(recipient, Newsroom.load(request), request.path)
    return HttpResponse(writer.write(channel), content_type=writer.CONTENT_TYPE)


def _channel(recipient: Recipient, newsroom: Newsroom, itself: str) -> Channel:
    return Channel(
        title=_("What is new for you at %(newsroom)s") % {"newsroom": newsroom.name},
        home_url=whole(reverse("notices:own")),
        own_url=whole(itself),
        language=newsroom.language,
        publisher=newsroom.name,
        publisher_url=whole("/"),
        entries=tuple(_entries(recipient)),
    )


def _entries(recipient: Recipient) -> list[Entry]:
    """What they were told, and what is new in discussions that they follow, the latest first; nothing twice."""
    notices = list(Notice.objects.of(recipient).newest_first().with_all()[:LENGTH])
    made = {notice.pk: notice for notice in notices}
    told = told_of(notices)
    found = [_entry(each, made[each.number]) for each in told]
    found += map(_news, latest_in_followed(recipient, LENGTH))
    return sorted(found, key=lambda entry: entry.published, reverse=True)[:LENGTH]


def _news(comment: Comment) -> Entry:
    address, arrived = whole(comment.get_absolute_url()), local(comment.arrival.at)
    return Entry(
        key=address,
        url=f"{address}#{comment.anchor}",
        title=_("%(name)s on “%(title)s”") % {"name": one_line(comment.author_name), "title": title_of(comment)},
        summary="",
        html=format_html('<div dir="auto">{}</div>', mark_safe(comment.html)),
        published=arrived,
        updated=local(comment.edited_at) if comment.edited_at else arrived,
        authors=((comment.author_name, ""),),
    )


def _entry(told: Told, notice: Notice) -> Entry:
    at = local(notice.made_at)
    text = linebreaks(told.text, autoescape=True) if told.kind == Kind.APPEAL else told.comment.html
    # The link of an appeal is a key, and feeds lie with whoever gathers them.
    url = whole(f"/comments/mine/{notice.comment_id}/") if told.kind == Kind.APPEAL else told.url
    words = format_html('<p>{}</p><div dir="auto">{}</div>', told.sentence, mark_safe(text))
    return Entry(
        key=whole(f"/account/notices/#n{told.number}"),
        url=url,
        title=f"{told.sentence} “{told.title}”",
        summary="",
        html=words,
        published=at,
        updated=at,
        authors=((told.comment.author_name, ""),),
    )
