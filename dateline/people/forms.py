"""What a reader tells us about themselves: a name, and what may be said beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dateline.lib.skeleton import skeleton

from .models import User
from .names import tidy_name
from .proof import has_name, is_ours


class DisplayNameForm(forms.Form):
    """One field: the name beside one's words. Allauth adds the mail address to it when an account is made."""

    display_name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("Readers see it beside your words. Any name you like; not one of ours."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    user: User | None = None  # whose name it is to be, where they have an account already

    def clean_display_name(self) -> str:
        """Refuse what cannot be printed and the names of the staff and of other readers, which would mislead."""
        name = tidy_name(self.cleaned_data["display_name"])
        if not skeleton(name):
            raise ValidationError(_("Write a name with at least one letter that can be seen."))
        if is_ours(name, other_than=self.user):
            raise ValidationError(_("This name belongs to the newsroom or to somebody who works here. Choose another."))
        if has_name(skeleton(name), other_than=self.user):
            raise ValidationError(_("Another reader has this name, or one that looks like it. Choose another one."))
        return name

    def signup(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Keep the name; allauth calls this with the account it has just made."""
        if isinstance(user, User):
            user.display_name = self.cleaned_data["display_name"]
            user.save(update_fields=["display_name"])


class AccountForm(DisplayNameForm):
    """The same field on the account page of ``user``, who may of course keep the name they have."""

    shows_support = forms.BooleanField(
        label=_("Say “Supporter” beside my comments"),
        required=False,
        help_text=_("Where somebody gave to your mail address in the last year and let us name them."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)
        self.initial = {"display_name": user.display_name, "shows_support": user.shows_support}

    def clean_display_name(self) -> str:
        name: str = self.initial["display_name"]
        if tidy_name(self.cleaned_data["display_name"]) == name:
            return name
        return super().clean_display_name()
