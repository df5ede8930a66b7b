"""How reports and their kin look in the editor: what one writes first comes first."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

TITLE_HELP = _("The headline. Say what happened; the address is made from it.")

AUTHOR_PANELS = [
    MultiFieldPanel(
        [
            TitleFieldPanel("name", placeholder=False),
            FieldPanel("slug"),
            FieldPanel("role"),
            FieldPanel("bio"),
            FieldPanel("portrait"),
        ],
        heading=_("Author"),
    ),
    MultiFieldPanel([FieldPanel("mail"), FieldPanel("links")], heading=_("Where readers find them")),
    FieldPanel("user"),
]
SECTION_PANELS = [
    TitleFieldPanel("title", placeholder=_("Section*"), help_text=_("The section's name.")),
    FieldPanel("intro"),
]
STANDING_PANELS = [
    TitleFieldPanel("title", placeholder=_("Name of the page*"), help_text=_("The page's name.")),
    FieldPanel("body"),
]
FRONT_PANELS = [
    TitleFieldPanel("title", placeholder=_("Front page*"), help_text=_("Shown in the browser's tab, not on the page.")),
    PageChooserPanel("lead"),
    InlinePanel(
        "picks",
        heading=_("Second tier"),
        label=_("report"),
        max_num=6,
        help_text=_("Two or three; the newest fill up."),
    ),
    FieldPanel("running_title"),
]


class ChangePanel(Panel):
    """The way to tell readers of a change, in sight of whoever changes a published text."""

    class BoundPanel(Panel.BoundPanel):
        """The panel above one report's form."""

        template_name = "reports/_say_change.html"

        def is_shown(self) -> bool:
            """For those who may publish, and when there is something out that can be wrong."""
            page = self.instance
            return bool(page.pk and page.live and page.permissions_for_user(self.request.user).can_publish())


class ClaimsPanel(Panel):
    """The way to the claims desk, with how much waits there."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on one report's form."""

        template_name = "reports/_claims_panel.html"

        def is_shown(self) -> bool:
            """Once there is a text to make claims of."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add how many claims there are, and how many wait for an editor."""
            claims = self.instance.claims.all()
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"claims": len(claims), "waiting": sum(one.standing == "proposed" for one in claims)}


WRITE_PANELS: list[Panel] = [
    ChangePanel(),
    FieldPanel("kicker"),
    TitleFieldPanel("title", placeholder=_("Headline*"), help_text=TITLE_HELP),
    FieldPanel("standfirst"),
    InlinePanel("bylines", heading=_("Bylines"), label=_("author"), help_text=_("Who wrote it, in the order printed.")),
    FieldPanel("place"),
    FieldPanel("body"),
    ClaimsPanel(heading=_("Claims")),
    FieldPanel("tags"),
]
LEAD_PANELS: list[Panel] = [
    FieldPanel("lead_map"),
    FieldPanel("lead_picture"),
    FieldPanel("lead_caption"),
    FieldPanel("lead_credit"),
]
AROUND_PANELS: list[Panel] = [
    PageChooserPanel("situation"),
    MultiFieldPanel(
        [FieldPanel("is_live"), FieldRowPanel([FieldPanel("coverage_start"), FieldPanel("coverage_end")])],
        heading=_("Live coverage"),
    ),
    InlinePanel(
        "related_links",
        heading=_("Related reports"),
        label=_("report"),
        max_num=6,
        help_text=_("Those you choose come first; others with the same tags follow."),
    ),
]
PUBLISH_PANELS: list[Panel] = [
    PublishingPanel(),
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                heading=_("Address"),
                help_text=_("The end of the address. Changed after publication, the old one leads here."),
            ),
            FieldPanel(
                "seo_title",
                heading=_("Headline for search engines"),
                help_text=_("Only if search engines need another headline."),
            ),
            FieldPanel(
                "search_description",
                heading=_("Summary for search engines"),
                help_text=_("Only if it should differ from the standfirst."),
            ),
        ],
        heading=_("Address and search"),
    ),
]


def report_edit_handler() -> TabbedInterface:
    """The tabs of the report form: write it, give it its lead, set it among others, publish it."""
    return TabbedInterface(
        [
            ObjectList(WRITE_PANELS, heading=_("Write")),
            ObjectList(LEAD_PANELS, heading=_("Lead")),
            ObjectList(AROUND_PANELS, heading=_("Live and related")),
            ObjectList(PUBLISH_PANELS, heading=_("Publish")),
        ]
    )
