"""The form at the editor's door, which takes what people have at hand: a user name, or their mail address."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm


class EditorLoginForm(LoginForm):
    """Named by WAGTAILADMIN_USER_LOGIN_FORM in the settings. Allauth's backend looks for the mail address."""

    error_messages = {
        **LoginForm.error_messages,
        "invalid_login": _("This name or mail address and this password do not belong together. Check both."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["username"]
        field.label = _("User name or mail address")
        field.widget.attrs["placeholder"] = ""
        field.widget.attrs["autocomplete"] = "username"
