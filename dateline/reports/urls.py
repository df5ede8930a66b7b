"""The paths that reports answers."""

from django.urls import URLPattern

app_name = "reports"
urlpatterns: list[URLPattern] = []
