"""Claims and sources in the editor's menu, and what the editor says of a report's claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.views.snippets import SnippetViewSet

from .actions import look_again, protect, restate
from .models import Claim, ReportPage, Source


class SourceViewSet(SnippetViewSet):
    """List and edit sources."""

    model = Source
    icon = "openquote"
    menu_label = gettext_lazy("Sources")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["name", "kind", "side"]
    list_filter = ["kind"]
    search_fields = ["name", "side"]
    panels = [FieldPanel(name) for name in ("name", "kind", "side", "url", "note")]


class ClaimViewSet(SnippetViewSet):
    """List claims of all reports; a report's own desk is where they are made."""

    model = Claim
    icon = "globe"
    menu_label = gettext_lazy("Claims")
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["statement", "report", "standing", "begins", "place_name", "source"]
    list_filter = ["standing", "source", "modality"]
    search_fields = ["statement", "place_name"]
    panels = [
        FieldPanel("report"),
        FieldPanel("statement"),
        FieldPanel("quote"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]), FieldPanel("when_precision")],
            heading=gettext_lazy("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place_name"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldRowPanel([FieldPanel("where_precision"), FieldPanel("radius_km")]),
            ],
            heading=gettext_lazy("Where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldPanel("source_url"),
                FieldPanel("modality"),
                FieldPanel("against_interest"),
                FieldRowPanel([FieldPanel("reliability"), FieldPanel("credibility")]),
            ],
            heading=gettext_lazy("Who says so"),
        ),
        FieldPanel("actors"),
        FieldPanel("axis"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("delay"), FieldPanel("rounding_km")]), FieldPanel("two_persons")],
            heading=gettext_lazy("Keep the place safe"),
        ),
    ]


def desk_button(page: Page, user: Any) -> Iterator[Button]:
    """The way to a report's claims, for those who may edit it."""
    if isinstance(page, ReportPage) and page.pk and page.permissions_for_user(user).can_edit():
        yield Button(_("Claims"), reverse("reports_claims", args=[page.pk]), icon_name="globe", priority=39)


def find_sentences_again(request: HttpRequest, page: Page) -> None:
    """After a report was published, say which claims lost their sentence."""
    if not isinstance(page, ReportPage):
        return
    lost = look_again(report=page, now=timezone.now())
    if not lost:
        return
    told = ngettext(
        "The sentence that one claim rests on is no longer in the text.",
        "The sentences that %(count)d claims rest on are no longer in the text.",
        len(lost),
    )
    look = messages.button(reverse("reports_claims", args=[page.pk]), _("Look at the claims"))
    messages.warning(request, told % {"count": len(lost)}, buttons=[look])


def say_anew(request: HttpRequest, claim: Claim) -> None:
    """After a claim was edited as a snippet, say it anew where readers see it; what is rounded now was never exact."""
    step = restate if claim.rounding_km is None else protect
    step(claim=claim, by=request.user, now=timezone.now())  # type: ignore[arg-type]
