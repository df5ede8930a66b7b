"""Maps in the editor."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import DrawnMap


class DrawnMapViewSet(SnippetViewSet):
    """List, draw and preview maps."""

    model = DrawnMap
    icon = "globe"
    menu_label = _("Maps")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["title", "as_of", "credit"]
    search_fields = ["title", "description"]
    panels = [
        TitleFieldPanel("title", placeholder=False),
        FieldPanel("slug", heading=_("Address")),
        MultiFieldPanel(
            [FieldPanel("caption"), FieldPanel("credit"), FieldPanel("description"), FieldPanel("as_of")],
            heading=_("Words"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("west"), FieldPanel("east")]),
                FieldRowPanel([FieldPanel("south"), FieldPanel("north")]),
                FieldPanel("units"),
            ],
            heading=_("Extent"),
        ),
        FieldPanel("features"),
    ]


register_snippet(DrawnMapViewSet)
