"""Supporters in the editor: to be found by their address, with the statements of their years."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import ListingButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .models import Gift, Supporter
from .yearly import years_of


class SupporterIndexView(IndexView):
    """The list, with a statement for each year in which somebody gave."""

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """Offer the statements, the latest first."""
        gifts = Gift.objects.given_by([instance.email]).standing() if instance.email else []
        return [
            ListingButton(
                _("Statement %(year)s (PDF)") % {"year": year},
                url=reverse("funding_statement", args=[instance.pk, year]),
            )
            for year in years_of(gifts)
        ]


class SupporterViewSet(SnippetViewSet):
    """Whoever gave with a mail address, the latest first. Nobody changes these rows by a form."""

    model = Supporter
    icon = "group"
    menu_label = _("Supporters")
    index_view_class = SupporterIndexView
    list_display = ["email", "since", "language", "erased_at"]
    search_fields = ["email"]
    ordering = ["-since"]
    copy_view_enabled = False
