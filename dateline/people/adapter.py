"""Where our readers differ from allauth's: no passwords, no user names they would have to choose, no flash messages."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .models import Newsroom, User
from .usernames import new_username
from .way_back import forget_way_back


class ReaderAdapter(DefaultAccountAdapter):
    """Named by ACCOUNT_ADAPTER in the settings."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        # The same for every address: it must not tell whether a code was sent at all.
        "incorrect_code": _(
            "This code does not fit. Copy it from the newest mail, which may also say why it holds none. After three "
            "wrong ones you start again from the page before."
        ),
    }

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        """Return one that nobody has to choose."""
        return new_username()

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: a flash message would put a cookie on public pages; our pages say what happened themselves."""

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **told: Any) -> HttpResponse:
        """Lead on, and keep no longer where to."""
        forget_way_back(request)
        return super().post_login(request, user, **told)

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell the owner of an address, and nobody else, that it has an account already."""
        path = reverse("account_login")
        self.send_mail("account/email/account_already_exists", email, {"login_url": self.address(path)})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send from the newsroom by name; mails are plain text, since we have no HTML twins of the templates."""
        super().send_mail(template_prefix, email, {"newsroom": Newsroom.load(), **context})

    def format_email_subject(self, subject: str) -> str:
        """Begin the subject with the newsroom's name; on one line, for what stands behind a break is another header."""
        return " ".join(f"{Newsroom.load().name}: {subject}".split())

    def address(self, path: str) -> str:
        """Return the whole address of ``path``, from the configured base: whoever asks may claim any host."""
        return settings.BASE_URL + path


class PasskeyAdapter(DefaultMFAAdapter):
    """Named by MFA_ADAPTER in the settings."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This passkey could not be checked. Nothing was changed; try again, or ask for a code."),
    }

    def is_mfa_enabled(self, user: AbstractBaseUser, types: list[str] | None = None) -> bool:
        """Say no: a passkey stands in for a code. Whoever loses the device still has their mail."""
        return False

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:
        """Return the name that the form suggests."""
        return str(_("My passkey"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Say on whose behalf the browser asks: the newsroom by its name."""
        return {**super().get_public_key_credential_rp_entity(), "name": Newsroom.load().name}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        """Say whose passkey it is by the name that everybody may read: the device shows it to whoever holds it."""
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.public_name} if isinstance(user, User) else entity
