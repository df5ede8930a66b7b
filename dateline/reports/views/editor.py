"""Stating a change from the editor: a correction or update, or an entry of a live report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from ..actions import add_live_entry, correct, state_update
from ..forms import ChangeForm, LiveEntryForm
from ..models import ReportPage

STATE = {"correction": correct, "update": state_update}


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """State a correction or an update of a published report."""
    report = _report_to_change(request, pk)
    form = ChangeForm(request.POST or None)
    if form.is_valid():
        state = STATE[form.cleaned_data["kind"]]
        state(report=report, text=form.cleaned_data["text"], by=request.user, now=timezone.now())  # type: ignore[arg-type]
        told = _("The note stands below the report. If the text still says the old thing, change it here and publish.")
        messages.success(request, told, buttons=[messages.button(report.get_url(request), _("See the report"))])
        return redirect("wagtailadmin_pages:edit", report.pk)
    return _form_page(request, form, report, _("State a correction or update"), _("Print the note"))


@require_http_methods(["GET", "HEAD", "POST"])
def live_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an entry of a live report; it is out at once."""
    report = _report_to_change(request, pk)
    form = LiveEntryForm(request.POST or None)
    if form.is_valid():
        add_live_entry(
            report=report,
            headline=form.cleaned_data["headline"],
            text=linebreaks(form.cleaned_data["text"], autoescape=True),
            author=getattr(request.user, "author", None),
            by=request.user,  # type: ignore[arg-type]
            now=timezone.now(),
        )
        seen = [messages.button(report.get_url(request), _("See the report"))]
        messages.success(request, _("The entry is out in “%(title)s”.") % {"title": report.title}, buttons=seen)
        return redirect("wagtailadmin_pages:edit", report.pk)
    return _form_page(request, form, report, _("Add a live entry"), _("Publish the entry"))


def _report_to_change(request: HttpRequest, pk: int) -> ReportPage:
    """The published report, if this person may publish it; else 404 or 403."""
    report = get_object_or_404(ReportPage.objects.live(), pk=pk)
    if not report.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return report


def _form_page(request: HttpRequest, form: forms.Form, report: ReportPage, title: str, button: str) -> HttpResponse:
    """The form inside the editor's own frame."""
    context: dict[str, Any] = {
        "form": form,
        "page_title": title,
        "page_subtitle": report.title,
        "report": report,
        "header_icon": "edit",
        "action_url": request.path,
        "submit_button_label": button,
        "submit_button_active_label": _("Publishing…"),
        "media": form.media,
    }
    return render(request, "reports/state_change.html", context)
