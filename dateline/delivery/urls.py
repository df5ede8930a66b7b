"""The paths that delivery answers."""

from django.urls import URLPattern, path, re_path

from .views import health, media

app_name = "delivery"
urlpatterns: list[URLPattern] = [
    path("healthz", health.show, name="health"),
    re_path(r"^media/(?P<name>.+)$", media.show, name="media"),
]
