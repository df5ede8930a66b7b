"""What an editor sees of webhooks."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import ListingButton
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from .forms import HookForm
from .models import Hook


class HookIndexView(IndexView):
    """The list, with the log of each one step away."""

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """Offer the log."""
        url = reverse("webhook_log", args=[instance.pk])
        return [*super().get_list_buttons(instance), ListingButton(_("Calls and secret"), url=url)]


class HookCreateView(CreateView):
    """Whoever has made a hook needs its secret next."""

    def get_success_url(self) -> str:
        """The page that shows it."""
        return reverse("webhook_log", args=[self.object.pk])


class HookViewSet(SnippetViewSet):
    """The newsroom's own programs."""

    model = Hook
    icon = "link"
    menu_label = _("Webhooks")
    add_to_settings_menu = True
    list_display = ["name", "url", "is_on", "made_at"]
    index_view_class = HookIndexView
    add_view_class = HookCreateView
    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("events", help_text=_("Each of these is one call, made within seconds and tried again for a day.")),
        FieldPanel("is_on", help_text=_("Turned off, nothing is called; the log stays.")),
    ]
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> Any:
        """Bind our form, on which events are chosen from a list."""
        return self.get_edit_handler().get_form_class()

    def get_edit_handler(self) -> Any:
        """The panels, on our form."""
        handler = super().get_edit_handler()
        handler.base_form_class = HookForm
        return handler
