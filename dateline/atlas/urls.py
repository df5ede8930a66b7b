"""The paths that atlas answers."""

from django.urls import URLPattern, path

from . import views

app_name = "atlas"
urlpatterns: list[URLPattern] = [
    path("maps/<slug:slug>/", views.map_page, name="map"),
]
