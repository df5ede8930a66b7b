"""The claims desk of one report: its text on one side, what is claimed in it on the other, a key for each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from .. import claim_forms as forms
from ..actions import (
    AlreadyConfirmed,
    NotReady,
    TooLate,
    confirm,
    dismiss,
    dispute,
    follow,
    look_again,
    propose,
    protect,
    restate,
    retract,
    supersede,
    undo,
    uphold,
)
from ..assistant import offers_for, sources_of
from ..desk_rows import paragraphs, rows_of
from ..models import Claim, Dismissal, ReportPage
from ..offers import Offer, undismissed
from ..plaintext import plain_text

PER_PAGE = 50
Step = Callable[..., Any]


def report_at(request: HttpRequest, pk: int) -> ReportPage:
    """The report, if this person may edit it; else 404 or 403."""
    report = get_object_or_404(ReportPage, pk=pk).get_latest_revision_as_object()
    if not report.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return report


def claim_at(request: HttpRequest, pk: int) -> Claim:
    """The claim, if this person may publish its report: a claim's standing is what readers see."""
    claim = get_object_or_404(Claim.objects.select_related("report", "source"), pk=pk)
    if not claim.report.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return claim


@require_GET
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk."""
    report = report_at(request, pk)
    text = plain_text(report)
    look_again(report=report, now=timezone.now())
    rows = rows_of(report, text, request.user)
    claims = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    offers = undismissed(report.pk, offers_for(report, text, timezone.now()))
    context = {
        "report": report,
        "claims": claims,
        "done": next((row for row in rows if str(row.claim.pk) == request.GET.get("done")), None),
        "offers": offers,
        "paragraphs": paragraphs(text, claims, offers.claims),
        "may_publish": report.permissions_for_user(request.user).can_publish(),
        "page_title": _("Claims"),
        "page_subtitle": report.title,
        "dismissed": Dismissal.objects.of_report(report.pk),
        "asked_dismissed": "dismissed" in request.GET,
    }
    return render(request, "reports/desk.html", context)


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, were it nothing at all; None where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def back(report_pk: int, anchor: str = "", done: int | None = None) -> HttpResponse:
    """To the desk, at a row; ``done`` is the claim that was just dealt with, where that is another one."""
    asked = f"?done={done}" if done else ""
    return redirect(reverse("reports_claims", args=[report_pk]) + asked + (f"#{anchor}" if anchor else ""))


def _offer(report: ReportPage, fingerprint: str) -> tuple[Offer | None, str]:
    """The offer, and the anchor of the one to look at once it is dealt with; empty where it was the only one."""
    found = undismissed(report.pk, offers_for(report, plain_text(report), timezone.now())).claims
    at = next((place for place, offer in enumerate(found) if offer.fingerprint == fingerprint), None)
    if at is None:
        return None, ""
    others = [*found[at + 1 :], *reversed(found[:at])]
    return found[at], f"offer-{others[0].fingerprint}" if others else ""


@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a proposal as a claim; with ``confirm`` readers see it at once."""
    report = report_at(request, pk)
    offer, following = _offer(report, request.POST.get("fingerprint", ""))
    if offer is None:
        messages.warning(request, _("The text has changed since; the assistant does not read this in it any more."))
        return back(report.pk)
    claim = propose(report=report, found=sources_of(offer), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    if "confirm" in request.POST:
        return _step(request, claim_at(request, claim.pk), confirm, _("Readers see it now."), then=following)
    if "edit" in request.POST:
        return redirect("reports_claim_change", claim.pk)
    return back(report.pk, following or claim.anchor)


@require_POST
def sentence(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a claim of a chosen sentence, with what the assistant reads in it, to be looked over."""
    report = report_at(request, pk)
    text = plain_text(report)
    try:
        start, end = int(request.POST["start"]), int(request.POST["end"])
    except (KeyError, ValueError):
        start = end = 0
    if not 0 <= start < end <= len(text) or end - start > 2000:
        messages.warning(request, _("Choose a sentence of the text first, up to 2,000 characters."))
        return back(report.pk)
    now = timezone.now()
    offer = offers_for(report, text, now, within=(start, end)).claims[0]
    claim = propose(report=report, found=sources_of(offer), by=request.user, now=now)  # type: ignore[arg-type]
    return redirect("reports_claim_change", claim.pk)


@require_POST
def wave_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the assistant not say something again; the reason may be left out."""
    report = report_at(request, pk)
    form = forms.DismissForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Nothing was dismissed: the form was incomplete."))
        return back(report.pk)
    _gone, following = _offer(report, form.cleaned_data["fingerprint"])
    dismiss(report=report, by=request.user, now=timezone.now(), **form.cleaned_data)  # type: ignore[arg-type]
    messages.success(request, _("Dismissed. It can be taken up again at the end of the page."))
    return back(report.pk, following)


@require_POST
def take_up(request: HttpRequest, pk: int, dismissal: int) -> HttpResponse:
    """Let the assistant say it again."""
    report = report_at(request, pk)
    get_object_or_404(Dismissal, report=report, pk=dismissal).delete()
    return back(report.pk)


def _step(request: HttpRequest, claim: Claim, step: Step, told: str, then: str = "", **words: Any) -> HttpResponse:
    """Take one step and say what came of it, with the way back; ``then`` is the anchor of the next row to look at."""
    try:
        step(claim=claim, by=request.user, now=timezone.now(), **words)
    except (NotReady, AlreadyConfirmed, TooLate) as error:
        messages.warning(request, str(error))
        return back(claim.report_id, claim.anchor)
    last = claim.standings.order_by("pk").last()
    if step is confirm and last and last.visible_at is None:
        told = _("Noted. A second editor has to confirm it before readers see it.")
    elif step is confirm and last and not last.is_out:
        told = _("Noted. Readers see it when the time for which it is held back is over.")
    messages.success(request, told)
    return back(claim.report_id, then, done=claim.pk) if then else back(claim.report_id, claim.anchor)


@require_POST
def confirm_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it to readers."""
    return _step(request, claim_at(request, pk), confirm, _("Readers see it now."))


@require_POST
def undo_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one's last step."""
    return _step(request, claim_at(request, pk), undo, _("Undone."))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away a claim that no reader has seen."""
    claim = claim_at(request, pk)
    if claim.standings.for_readers().exists():
        messages.warning(request, _("Readers have seen it. Take it back instead, and say what is right."))
        return back(claim.report_id, claim.anchor)
    report = claim.report_id
    claim.delete()
    messages.success(request, _("The claim is gone; no reader has seen it."))
    return back(report)


@require_POST
def follow_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Its sentence was reworded and still says the same."""
    claim = claim_at(request, pk)
    text = plain_text(claim.report.get_latest_revision_as_object())
    if follow(claim=claim, text=text, by=request.user):  # type: ignore[arg-type]
        messages.success(request, _("The claim rests on the new sentence."))
    else:
        messages.warning(request, _("The text has changed since: no sentence is like the old one any more."))
    return back(claim.report_id, claim.anchor)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a claim says; what readers see is said anew."""
    claim = claim_at(request, pk)
    form = forms.ClaimForm(posted(request), instance=claim)
    if request.method == "POST" and form.is_valid():
        claim = form.save()
        claim.save_revision(user=request.user)
        restate(claim=claim, by=request.user, now=timezone.now(), why=form.cleaned_data["why"])  # type: ignore[arg-type]
        if "confirm" in request.POST:
            return _step(request, claim, confirm, _("Readers see it now."))
        messages.success(request, _("Saved."))
        return back(claim.report_id, claim.anchor)
    return _form_page(request, claim, form, _("Change the claim"), _("Save"))


@require_http_methods(["GET", "POST"])
def dispute_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is contradicted."""
    claim = claim_at(request, pk)
    form = forms.DisputeForm(claim, posted(request))
    if form.is_valid():
        told = _("Readers see that it is disputed.")
        return _step(request, claim, dispute, told, **form.cleaned_data)
    return _form_page(request, claim, form, _("Dispute the claim"), _("Show it as disputed"))


@require_http_methods(["GET", "POST"])
def supersede_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what holds now."""
    claim = claim_at(request, pk)
    form = forms.SupersedeForm(claim, posted(request))
    if form.is_valid():
        told = _("Readers see that a later claim holds.")
        return _step(request, claim, supersede, told, **form.cleaned_data)
    return _form_page(request, claim, form, _("A later claim holds"), _("Show it as superseded"))


@require_http_methods(["GET", "POST"])
def uphold_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it holds after all."""
    claim = claim_at(request, pk)
    form = forms.WhyForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _step(request, claim, uphold, _("Readers see it now."), **form.cleaned_data)
    return _form_page(request, claim, form, _("It holds after all"), _("Confirm"))


@require_http_methods(["GET", "POST"])
def retract_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back in public."""
    claim = claim_at(request, pk)
    form = forms.RetractForm(posted(request))
    if form.is_valid():
        return _step(request, claim, retract, _("The claim is taken back."), **form.cleaned_data)
    return _form_page(request, claim, form, _("Take the claim back"), _("Take it back"))


@require_http_methods(["GET", "POST"])
def protect_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a place safe."""
    claim = claim_at(request, pk)
    hours = claim.delay.total_seconds() / 3600
    asked = {"rounding_km": claim.rounding_km, "delay_hours": hours or None, "two_persons": claim.two_persons}
    form = forms.ProtectForm(claim, posted(request), initial=asked | {"statement": claim.statement})
    if request.method == "POST" and form.is_valid():
        claim.delay, claim.two_persons = form.delay, form.cleaned_data["two_persons"]
        claim.statement = form.cleaned_data["statement"]
        km = form.cleaned_data["rounding_km"]
        report = claim.report.get_latest_revision_as_object()
        told = forms.named_in(f"{report.title} {report.standfirst} {plain_text(report)}", claim.place_name)
        if km and told:
            words = _("The report's own text names “%(place)s”. Readers go on reading it there until it is edited.")
            messages.warning(request, words % {"place": told})
        return _step(request, claim, protect, _("The place is kept as you said."), rounding_km=km)
    return _form_page(request, claim, form, _("Keep the place safe"), _("Keep it so"))


def _form_page(request: HttpRequest, claim: Claim, form: Any, title: str, button: str) -> HttpResponse:
    """A form inside the editor's own frame, with the claim above it."""
    context = {
        "form": form,
        "claim": claim,
        "page_title": title,
        "page_subtitle": claim.statement,
        "header_icon": "edit",
        "action_url": request.path,
        "submit_button_label": button,
        "media": form.media,
    }
    return render(request, "reports/desk_form.html", context)
