"""The paths that delivery answers."""

from django.urls import URLPattern

app_name = "delivery"
urlpatterns: list[URLPattern] = []
