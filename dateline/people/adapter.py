"""Where our readers differ from allauth's: no passwords, no user names they would have to choose, no flash messages."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .models import Newsroom


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
        """Return a name without meaning: one made from the mail address would tell half of it."""
        return f"reader-{secrets.token_hex(8)}"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: a flash message would put a cookie on public pages; our pages say what happened themselves."""

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell the owner of an address, and nobody else, that it has an account already."""
        path = reverse("account_login")
        self.send_mail("account/email/account_already_exists", email, {"login_url": self.address(path)})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send from the newsroom by name; mails are plain text, since we have no HTML twins of the templates."""
        super().send_mail(template_prefix, email, {"newsroom": Newsroom.load(), **context})

    def format_email_subject(self, subject: str) -> str:
        """Begin the subject with the newsroom's name."""
        return f"{Newsroom.load().name}: {subject}"

    def address(self, path: str) -> str:
        """Return the whole address of ``path``, from the configured base: whoever asks may claim any host."""
        return settings.BASE_URL + path
