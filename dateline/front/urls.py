"""The paths that front answers."""

from django.urls import path, re_path

from . import api, leaving, share, views

app_name = "front"
urlpatterns = [
    path("account/leave/", leaving.leave, name="leave"),
    path("account/leave/everything.json", leaving.everything, name="everything"),
    path("account/leave/done/", leaving.left, name="left"),
    path("theme.css", views.theme, name="theme"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("share/<int:page_id>.png", share.share, name="share"),
    path("share/<int:page_id>-<slug:shape>.png", share.share, name="share"),
    path("api/docs", api.guide, name="api_guide"),
    re_path(r"^api/", api.nothing),
    path("icon.svg", views.icon, name="icon"),
]
