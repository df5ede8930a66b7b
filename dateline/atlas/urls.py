"""The paths that atlas answers."""

from django.urls import URLPattern, path

from . import views

app_name = "atlas"
urlpatterns: list[URLPattern] = [
    path("maps/<slug:slug>/", views.map_page, name="map"),
    path("maps/<slug:slug>.svg", views.drawing, name="drawing"),
    path("maps/<slug:slug>/<slug:size>.svg", views.drawing, name="drawing"),
    path("maps/<slug:slug>.png", views.share, name="share"),
    path("maps/<slug:slug>/<slug:shape>.png", views.share, name="share"),
]
