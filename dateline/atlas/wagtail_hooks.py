"""Maps and places in the editor."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from .models import DrawnMap, Place


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
                FieldPanel("ground"),
            ],
            heading=_("Extent"),
            help_text=_("Leave the four edges empty, and the map is fitted to its features."),
        ),
        FieldPanel("features"),
    ]


class PlaceCreateView(CreateView):
    """A new place; ``?name=`` has been filled in by whoever leads here from a text that names it."""

    def get_initial_form_instance(self) -> Place:
        """The place to begin with."""
        return Place(name=self.request.GET.get("name", "")[:120])


class PlaceViewSet(SnippetViewSet):
    """List and write down places."""

    model = Place
    add_view_class = PlaceCreateView
    icon = "site"
    menu_label = _("Places")
    menu_order = 255
    add_to_admin_menu = True
    list_display = ["name", "kind", "country", "precision"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "aliases"]
    panels = [
        FieldPanel("name"),
        FieldPanel("aliases"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]), FieldPanel("precision")],
            heading=_("Where it is"),
        ),
        FieldPanel("note"),
    ]


register_snippet(DrawnMapViewSet)
register_snippet(PlaceViewSet)
