"""The paths of signing in, below /account/.

Allauth has many more (passwords, several mail addresses). Readers here have one address and no password, so only the
paths they need exist. The names are allauth's own: it looks them up itself.
"""

from allauth.account import views
from allauth.mfa.webauthn.views import remove_webauthn
from allauth.socialaccount import views as vouched
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import path, re_path
from django.views.generic import RedirectView

from . import passkeys
from .way_back import keeps_way_back

OWN_PAGE = RedirectView.as_view(pattern_name="people:account")

urlpatterns = [
    path("login/", keeps_way_back(views.login), name="account_login"),
    path("login/code/", RedirectView.as_view(pattern_name="account_login"), name="account_request_login_code"),
    path("login/code/confirm/", keeps_way_back(views.confirm_login_code), name="account_confirm_login_code"),
    path("signup/", keeps_way_back(views.signup), name="account_signup"),
    path("confirm-email/", keeps_way_back(views.email_verification_sent), name="account_email_verification_sent"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("passkeys/", OWN_PAGE, name="mfa_index"),
    path("passkeys/all/", OWN_PAGE, name="mfa_list_webauthn"),
    path("passkeys/add/", passkeys.add, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", remove_webauthn, name="mfa_remove_webauthn"),
    path("passkeys/login/", passkeys.login, name="mfa_login_webauthn"),
    re_path(r"^(?P<provider_id>sign-on)/begin/$", oidc.login, name="openid_connect_login"),
    re_path(r"^(?P<provider_id>sign-on)/back/$", oidc.callback, name="openid_connect_callback"),
    path("vouched/", vouched.connections, name="socialaccount_connections"),
    path("vouched/signup/", vouched.signup, name="socialaccount_signup"),
    path("vouched/cancelled/", vouched.login_cancelled, name="socialaccount_login_cancelled"),
    path("vouched/failed/", vouched.login_error, name="socialaccount_login_error"),
]
