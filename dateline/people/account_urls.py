"""The paths of signing in, below /account/.

Allauth has many more (passwords, several mail addresses). Readers here have one address and no password, so only the
paths they need exist. The names are allauth's own: it looks them up itself.
"""

from allauth.account import views
from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("login/code/", RedirectView.as_view(pattern_name="account_login"), name="account_request_login_code"),
    path("login/code/confirm/", views.confirm_login_code, name="account_confirm_login_code"),
    path("signup/", views.signup, name="account_signup"),
    path("confirm-email/", views.email_verification_sent, name="account_email_verification_sent"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
]
