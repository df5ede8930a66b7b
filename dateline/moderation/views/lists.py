"""Lists of words and domains: written, tried on past comments, put into force, withdrawn."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from dateline.delivery.redirects import see_other
from dateline.discussion.models import Catch, ListKind, WordList
from dateline.screening import Unreadable

from .. import actions
from ..desk import moderator_of, moderators_only
from ..faults import sentences
from ..forms import NewListForm, SwitchForm, TrialForm, WordingForm
from ..highlight import pieces_of
from ..models import Find, Side, Switch, Trial, Wording
from ..trying import begin_trial, go_on
from .queue import CONFLICT

UNREADABLE = 422
SHOWN = 50


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """All lists, and the form for a new one."""
    form = NewListForm(request.POST or None)
    faults: list[str] = []
    if request.method == "POST":
        if not form.is_valid():
            return HttpResponse(status=400)
        try:
            made = actions.make_list(
                name=form.cleaned_data["name"],
                kind=ListKind(form.cleaned_data["kind"]),
                **_said(form),
                moderator=moderator_of(request),
                now=timezone.now(),
            )
            return see_other("moderation:list", list_id=made.pk)
        except Unreadable as unreadable:
            faults = sentences(unreadable)
    found = list(WordList.objects.by_name())
    caught = Catch.objects.numbers_by_list([each.pk for each in found])
    context = {
        "lists": [(each, caught.get(each.pk, 0)) for each in found],
        "form": form,
        "kinds": ListKind.choices,
        "faults": faults,
    }
    return render(request, "moderation/lists.html", context, status=UNREADABLE if faults else None)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def wordlist(request: HttpRequest, list_id: int) -> HttpResponse:
    """One list: its lines, what is in force, what it found, everything that was done with it."""
    found = get_object_or_404(WordList, pk=list_id)
    if request.method != "POST":
        return _list(request, found)
    form = WordingForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    try:
        actions.reword(
            wordlist=found,
            **_said(form),
            expected=form.cleaned_data["expected"] or 0,
            moderator=moderator_of(request),
            now=timezone.now(),
        )
    except Unreadable as unreadable:
        return _list(request, found, faults=sentences(unreadable), typed=form.cleaned_data)
    except actions.Overtaken as overtaken:
        return _list(request, found, str(overtaken), typed=form.cleaned_data)
    return see_other("moderation:list", list_id=found.pk)


@moderators_only
@require_POST
def switch(request: HttpRequest, list_id: int) -> HttpResponse:
    """Put a version into force, or none."""
    found = get_object_or_404(WordList, pk=list_id)
    form = SwitchForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    try:
        actions.switch(wordlist=found, **form.cleaned_data, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return _list(request, found, str(overtaken))
    return see_other("moderation:list", list_id=found.pk)


@moderators_only
@require_POST
def undo(request: HttpRequest, switch_id: int) -> HttpResponse:
    """Put back what was in force before."""
    change = get_object_or_404(Switch.objects.select_related("wordlist"), pk=switch_id)
    try:
        actions.undo_switch(change=change, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return _list(request, change.wordlist, str(overtaken))
    return see_other("moderation:list", list_id=change.wordlist_id)


@moderators_only
@require_POST
def try_out(request: HttpRequest, list_id: int) -> HttpResponse:
    """Begin to try a version on past comments."""
    found = get_object_or_404(WordList, pk=list_id)
    form = TrialForm(request.POST)
    wording = Wording.objects.of_list(found).numbered(form.cleaned_data["version"]) if form.is_valid() else None
    if wording is None:
        return HttpResponse(status=400)
    days = form.cleaned_data["days"]
    begun = begin_trial(wording=wording, days=days, moderator=moderator_of(request), now=timezone.now())
    return see_other("moderation:trial", trial_id=begun.pk)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest, trial_id: int) -> HttpResponse:
    """How far a trial is and what it found; posting to it has one go on that stands still."""
    found = get_object_or_404(Trial.objects.select_related("wording__wordlist"), pk=trial_id)
    if request.method == "POST":
        go_on.enqueue(found.pk)
        return see_other("moderation:trial", trial_id=found.pk)
    side = request.GET.get("side", "")
    finds = Find.objects.of_trial(found).on_side(side if side in Side.values else "")[:SHOWN]
    shown = [(find, pieces_of(find.comment.text, [tuple(span) for span in find.spans])) for find in finds]
    context = {"trial": found, "wordlist": found.wording.wordlist, "finds": shown, "side": side}
    return render(request, "moderation/trial.html", {**context, "stalled": found.is_stalled(timezone.now())})


def _said(form: WordingForm) -> dict[str, Any]:
    """What a form says of a version."""
    return {
        "text": form.cleaned_data["text"],
        "holds": form.cleaned_data["does"] == "hold",
        "note": form.cleaned_data["note"],
    }


def _list(
    request: HttpRequest,
    found: WordList,
    sentence: str = "",
    *,
    faults: list[str] | None = None,
    typed: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of one list as it is now; ``typed`` is a wording that was not taken, as its form has it."""
    found.refresh_from_db()
    wordings = list(Wording.objects.of_list(found))
    switches = list(Switch.objects.of_list(found).prefetch_related("sweep__batches"))
    context = {
        "wordlist": found,
        "latest": wordings[0],
        "wordings": wordings,
        **(typed or {"text": wordings[0].text, "does": "hold" if wordings[0].holds else "mark"}),
        "switches": switches,
        "sweep": switches[0].sweep if switches else None,
        "trial": Trial.objects.of_list(found).first(),
        "catches": Catch.objects.of_list(found.pk).newest_first()[:SHOWN],
        "sentence": sentence,
        "faults": faults,
    }
    status = UNREADABLE if faults else CONFLICT if sentence else None
    return render(request, "moderation/list.html", context, status=status)
