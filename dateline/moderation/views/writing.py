"""Who may write: in the whole newsroom, below one page, and whether somebody is on duty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from dateline.delivery.redirects import see_other
from dateline.discussion.actions import end_duty, policy_on
from dateline.discussion.in_force import front_page
from dateline.discussion.models import Clauses, Policy, Thread
from dateline.people.moments import local

from .. import actions
from ..desk import moderator_of, moderators_only
from ..models import PolicyChange
from ..policy_form import NIGHTS, HoursForm, PolicyForm
from ..writing import changes_in_words, in_force

CHANGES = 50
PAGES = 200
CONFLICT = 409


@moderators_only
@require_safe
def writing(request: HttpRequest) -> HttpResponse:
    """What holds everywhere, which pages differ, and what was changed."""
    return render(request, "moderation/writing.html", _newsroom())


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, page_id: int) -> HttpResponse:
    """What holds below one page, with where it comes from, and the form to change it."""
    return _one(request, get_object_or_404(Page, pk=page_id))


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def embedded_thread(request: HttpRequest, thread_id: int) -> HttpResponse:
    """The same of one discussion on another site."""
    return _one(request, get_object_or_404(Thread.objects.elsewhere(), pk=thread_id))


def _one(request: HttpRequest, on: Page | Thread) -> HttpResponse:
    found = policy_on(on).first()
    own = found.clauses if found else Clauses()
    form = PolicyForm(request.POST or None, initial=own._asdict())
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, on, form.clauses(own), form.cleaned_data)
        except actions.Overtaken as overtaken:
            context = _below(on, PolicyForm(initial=own._asdict()))
            return render(request, "moderation/thread.html", {**context, "sentence": overtaken}, status=CONFLICT)
        return _back_to(on)
    return render(request, "moderation/thread.html", _below(on, form))


def _save(request: HttpRequest, on: Page | Thread, clauses: Clauses, words: dict[str, Any]) -> None:
    actions.change_policy(
        on=on,
        clauses=clauses,
        moderator=moderator_of(request),
        now=timezone.now(),
        note=words["note"],
        seen=words["seen"],
    )


def _back_to(on: Page | Thread) -> HttpResponse:
    if isinstance(on, Thread):
        return see_other("moderation:embedded_thread", thread_id=on.pk)
    return see_other("moderation:thread", page_id=on.pk)


@moderators_only
@require_POST
def undo_change(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take one change back."""
    change = get_object_or_404(PolicyChange.objects.with_all(), pk=change_id)
    try:
        undone = actions.undo_change(change=change, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        context = {**_newsroom(), "sentence": overtaken}
        return render(request, "moderation/writing.html", context, status=CONFLICT)
    return _back_to(undone.on) if undone.on else see_other("moderation:writing")


@moderators_only
@require_POST
def duty(request: HttpRequest) -> HttpResponse:
    """Go on duty for some hours, or off duty without any."""
    now, form = timezone.now(), HoursForm(request.POST)
    if "end" in request.POST:
        end_duty(moderator=moderator_of(request), now=now)
    elif form.is_valid():
        actions.go_on_duty(moderator=moderator_of(request), until=now + form.time, now=now)
    else:
        return HttpResponse(status=400)
    return see_other("moderation:writing" if "writing" in request.POST else "moderation:queue")


@moderators_only
@require_POST
def night(request: HttpRequest) -> HttpResponse:
    """Hold first comments everywhere until somebody is back on duty."""
    now, form = timezone.now(), HoursForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    page = front_page()
    if page is None:
        raise Http404
    actions.hold_until_back(page=page, until=now + form.time, moderator=moderator_of(request), now=now)
    return see_other("moderation:writing")


def _newsroom() -> dict[str, Any]:
    """What the page of the newsroom prints."""
    now, front = timezone.now(), front_page()
    policies = Policy.objects.from_the_root_down().elsewhere_than(front)[:PAGES]
    return {
        "front": front,
        "lines": in_force(front, now) if front else [],
        "policies": [(policy.page, _set_here(policy)) for policy in policies],
        "changes": history_of(PolicyChange.objects.with_all().newest_first()[:CHANGES]),
        "nights": NIGHTS,
    }


def _set_here(policy: Policy) -> list[str]:
    """What a page says itself."""
    return list(changes_in_words(Clauses(), policy.clauses, timezone.now()))


def _below(on: Page | Thread, form: PolicyForm) -> dict[str, Any]:
    """What the page of one thread prints."""
    changes = PolicyChange.objects.on(on)
    latest = changes.newest_first().first()
    page = None if isinstance(on, Thread) else on
    return {
        "on": on,
        "page": page,
        "address": page.url if page else on.url,
        "form": form,
        "latest": latest,
        "seen": latest.pk if latest else 0,
        "lines": in_force(on, timezone.now()),
        "changes": history_of(changes.with_all().newest_first()[:CHANGES]),
    }


def history_of(changes: Iterable[PolicyChange]) -> list[tuple[PolicyChange, list[str]]]:
    """Changes, each with its sentences."""
    return [(each, list(changes_in_words(each.clauses_before, each.clauses_after, local(each.at)))) for each in changes]
