"""The paths that people answers. Signing in has a file of its own: account_urls."""

from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("me.json", views.me, name="me"),
]
