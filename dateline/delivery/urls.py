"""The paths that delivery answers."""

from django.urls import URLPattern, re_path

from .views import media

app_name = "delivery"
urlpatterns: list[URLPattern] = [
    re_path(r"^media/(?P<name>.+)$", media.show, name="media"),
]
