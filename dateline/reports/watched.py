"""Rows of reports, and of Wagtail below them, that stand on public pages.

``page:<id>`` is marked by whatever a page itself says, ``reports`` by whatever a list may say of a report,
``membership`` by what comes, goes, moves or is renamed: the masthead, the footer and "more on this" hang on that.
"""

from dateline.delivery.triggers import Watch

SAID = ("live", "title", "slug", "url_path", "first_published_at", "last_published_at", "live_revision_id",
        "seo_title", "search_description")  # fmt: skip
STANDING = ("live", "title", "slug", "url_path", "path", "first_published_at", "show_in_menus")
LIVE = "{row}.live"
ITS_PAGE_IS_LIVE = "EXISTS (SELECT 1 FROM wagtailcore_page WHERE id = {row}.%s AND live)"
CHILDREN = {
    "reports_byline": "page_id",
    "reports_correction": "page_id",
    "reports_update": "page_id",
    "reports_relatedreport": "page_id",
    "reports_frontpick": "page_id",
    "reports_reporttag": "content_object_id",
    "reports_axis": "page_id",
}
KINDS = ("reports_reportpage", "reports_sectionpage", "reports_frontpage", "reports_standingpage",
         "reports_situationpage")  # fmt: skip

WATCHED = [
    Watch("wagtailcore_page", ("page:{id}", "reports"), columns=SAID, condition=LIVE),
    Watch("wagtailcore_page", ("membership",), columns=STANDING, condition=LIVE, name="moved"),
    Watch("wagtailcore_pageviewrestriction", ("membership", "reports", "page:{page_id}")),
    Watch("wagtailcore_site", ("frame",)),
    Watch("taggit_tag", ("reports", "membership"), verbs=("UPDATE",)),
    Watch(
        "reports_claimstanding", ("page:{report_id}", "claims"), condition="{row}.is_out", verbs=("INSERT", "UPDATE")
    ),
    Watch("reports_author", ("frame",)),
    Watch("reports_picture", ("picture:{id}",), verbs=("UPDATE", "DELETE")),
    Watch("reports_rendition", ("picture:{image_id}",)),
    *[
        Watch(table, ("page:{page_ptr_id}", "reports"), condition=ITS_PAGE_IS_LIVE % "page_ptr_id", verbs=("UPDATE",))
        for table in KINDS
    ],
    *[
        Watch(table, (f"page:{{{column}}}", "reports"), condition=ITS_PAGE_IS_LIVE % column)
        for table, column in CHILDREN.items()
    ],
]
