"""The paths that front answers."""

from django.urls import URLPattern

app_name = "front"
urlpatterns: list[URLPattern] = []
