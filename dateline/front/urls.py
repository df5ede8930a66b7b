"""The paths that front answers."""

from django.urls import path

from . import views

app_name = "front"
urlpatterns = [
    path("theme.css", views.theme, name="theme"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("icon.svg", views.icon, name="icon"),
]
