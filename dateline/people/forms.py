"""What a reader tells us about themselves: a name, if they like."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .models import User
from .names import name_key, tidy_name


class DisplayNameForm(forms.Form):
    """One field: the name beside one's words. Allauth adds the mail address to it when an account is made."""

    display_name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("Readers see it beside your words. Any name you like; not one of ours."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    def clean_display_name(self) -> str:
        """Refuse what cannot be printed and the names of the staff, which would mislead readers."""
        name = tidy_name(self.cleaned_data["display_name"])
        if not name_key(name):
            raise ValidationError(_("Write a name with at least one letter that can be seen."))
        if name_key(name) in {name_key(staff.public_name) for staff in User.objects.staff()}:
            raise ValidationError(_("This is the name of somebody who works here. Choose another one."))
        return name

    def signup(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Keep the name; allauth calls this with the account it has just made."""
        if isinstance(user, User):
            user.display_name = self.cleaned_data["display_name"]
            user.save(update_fields=["display_name"])


class AccountForm(DisplayNameForm):
    """The same field on the account page of ``user``, who may of course keep the name they have."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)
        self.initial = {"display_name": user.display_name}

    def clean_display_name(self) -> str:
        if tidy_name(self.cleaned_data["display_name"]) == self.user.display_name:
            return self.user.display_name
        return super().clean_display_name()
