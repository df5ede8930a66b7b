"""The paths that people answers. Signing in has a file of its own: account_urls."""

from django.urls import path

from . import house_views, token_views, views

app_name = "people"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/tokens/", token_views.tokens, name="tokens"),
    path("account/tokens/<int:number>/revoke/", token_views.revoke, name="revoke_token"),
    path("account/house/", house_views.leave, name="house"),
    path("account/house/back/", house_views.back, name="house_back"),
    path("me.json", views.me, name="me"),
]
