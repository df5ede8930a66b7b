"""The paths that atlas answers."""

from django.urls import URLPattern

app_name = "atlas"
urlpatterns: list[URLPattern] = []
