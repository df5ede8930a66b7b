"""Which room answers which path. Rooms come before the page tree, so a section cannot hide them."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from dateline.front.api import api

urlpatterns = [
    path("newsroom/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("account/", include("dateline.people.account_urls")),
    path("api/", api.urls),
    path("", include("dateline.people.urls")),
    path("", include("dateline.delivery.urls")),
    path("", include("dateline.atlas.urls")),
    path("", include("dateline.notices.urls")),
    path("", include("dateline.moderation.urls")),
    path("", include("dateline.discussion.urls")),
    path("", include("dateline.funding.urls")),
    path("", include("dateline.reports.urls")),
    path("", include("dateline.front.urls")),
    path("", include(wagtail_urls)),
]

handler500 = "dateline.front.trouble.handle_error"
