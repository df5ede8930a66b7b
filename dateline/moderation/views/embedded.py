"""Discussions on other sites: where they stand, who may write in one, and what those sites put on their pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dateline.discussion.models import Embedding, Thread

from ..desk import moderators_only
from ..paging import page_of
from .queue import number_in

SHOWN = 50
SNIPPET = """<p data-dateline>
  <a href="{home}/embed/?url=https%3A%2F%2Fblog.example.org%2Fpost%2F">Comments on this page</a>
</p>
<script async src="{home}/embed.js" data-url="https://blog.example.org/post/"
  data-title="Title of the page"></script>"""


@moderators_only
@require_safe
def embedded(request: HttpRequest) -> HttpResponse:
    """All threads below pages of other sites, newest first, and the words that show one."""
    before = number_in(request.GET, "before")
    threads = Thread.objects.elsewhere().by_number().with_own_policy()
    if before is not None:
        threads = threads.below(before)
    shown, last = page_of(threads, SHOWN)
    about = {"sites": Embedding.allowed(), "snippet": SNIPPET.format(home=settings.BASE_URL)}
    return render(request, "moderation/embedded.html", {**about, "threads": shown, "more": last.pk if last else None})
