"""Where reports meet the editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .actions import order_pictures
from .claims_menu import ClaimViewSet, SourceViewSet, desk_button, find_sentences_again, say_anew
from .desk_paths import desk_paths
from .editor_menu import AuthorViewSet, OutNow, ReportsSummary, change_buttons, door_button, remind_of_change
from .models import Author, Claim
from .views.editor import change, live_entry

register_snippet(AuthorViewSet)
register_snippet(SourceViewSet)
register_snippet(ClaimViewSet)


@hooks.register("register_admin_urls")
def editor_paths() -> list[URLPattern]:
    """The two forms for stating a change, and the claims desk."""
    return [
        *desk_paths(),
        path("reports/<int:pk>/change/", change, name="reports_change"),
        path("reports/<int:pk>/entry/", live_entry, name="reports_live_entry"),
    ]


@hooks.register("register_log_actions")
def history_words(actions: Any) -> None:
    """How a stated change reads in a page's history."""
    actions.register_action("reports.correct", _("Correct"), _("Stated a correction"))
    actions.register_action("reports.update", _("Update"), _("Stated an update"))


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu beside the page's title."""
    yield from desk_button(page, user)
    yield from change_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of each row."""
    yield from desk_button(page, user)
    yield from change_buttons(page, user)


@hooks.register("register_page_listing_buttons")
def door_of_a_section(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In sight in a section's row: the way to an empty form."""
    yield from door_button(page, user)


@hooks.register("construct_homepage_summary_items")
def summary(request: HttpRequest, items: list[Any]) -> None:
    """What is live and what is being written, before anything else."""
    items.insert(0, ReportsSummary(request))


@hooks.register("after_publish_page")
def pictures_of_a_page(request: HttpRequest, page: Page) -> None:
    """What is new on a page is made ready in the sizes that readers get."""
    order_pictures()


@hooks.register("after_publish_page")
def say_what_changed(request: HttpRequest, page: Page) -> None:
    """Whoever replaced a published text is shown the way to tell readers."""
    remind_of_change(request, page)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def picture_of_an_author(request: HttpRequest, instance: Any) -> None:
    """An author's portrait likewise."""
    if isinstance(instance, Author):
        order_pictures()


@hooks.register("construct_homepage_panels")
def out_now(request: HttpRequest, panels: list[Component]) -> None:
    """What readers find newest."""
    panels.append(OutNow(request))


@hooks.register("after_publish_page")
def sentences_of_claims(request: HttpRequest, page: Page) -> None:
    """Claims whose sentence is gone are pointed out."""
    find_sentences_again(request, page)


@hooks.register("after_edit_snippet")
def a_claim_was_edited(request: HttpRequest, instance: Any) -> None:
    """What readers see of it is said anew."""
    if isinstance(instance, Claim):
        say_anew(request, instance)
