"""Where the newsroom words the reasons that authors are given."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import CannedReason


class ReasonViewSet(SnippetViewSet):
    """The list and the form, in the menu of settings."""

    model = CannedReason
    icon = "comment"
    menu_label = _("Reasons for authors")
    menu_name = "reasons"
    add_to_settings_menu = True
    list_display: Any = ["label", "words", "teaches", "place"]
    panels = [
        HelpPanel(
            content=_(
                "Moderators choose one of these beside a decision, and the author of the comment reads it. As long as "
                "there are none here, the desk offers six usual ones. Decisions keep the words that were given."
            )
        ),
        FieldPanel("label"),
        FieldPanel("words"),
        FieldPanel("teaches"),
        FieldPanel("place"),
    ]
