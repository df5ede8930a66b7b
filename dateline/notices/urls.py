"""The paths that notices answers."""

from django.urls import path, re_path

from .views import asking, feed, follow, own, stop

app_name = "notices"
urlpatterns = [
    path("threads/<int:page_id>/follow/", follow.follow, name="follow"),
    path("threads/<int:page_id>/followed/", follow.followed, name="followed"),
    path("account/notices/", own.own, name="own"),
    path("notices/yours/<str:token>/", own.own_by_link, name="own_by_link"),
    path("notices/confirm/<str:token>/", asking.confirm, name="confirm"),
    path("notices/refuse/<str:token>/", asking.refuse, name="refuse"),
    path("notices/stop/<str:token>/", stop.stop, name="stop"),
    re_path(r"^notices/feed/(?P<token>[\w-]{1,80})\.(?P<form>rss|atom|json)$", feed.feed, name="feed"),
]
