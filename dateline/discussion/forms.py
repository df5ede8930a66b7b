"""What a reader may send."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dateline.people.names import tidy_name
from dateline.screening import LONGEST

from .models import FlagReason
from .models.comment import NAME
from .names import is_readers, is_taken
from .writer import Writer


class WordsForm(forms.Form):
    """The words of a comment."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST,
        widget=forms.Textarea,
        error_messages={
            "required": _("Write something first; the comment is empty."),
            "max_length": _("A comment has at most %(limit_value)s letters; this one has %(show_value)s."),
        },
    )


class CommentForm(WordsForm):
    """A comment. ``website`` is the trap: hidden from people, filled in by programs."""

    author_name = forms.CharField(label=_("Your name"), max_length=NAME, required=False)
    mail = forms.EmailField(
        label=_("Your mail"),
        required=False,
        error_messages={"invalid": _("This is not a mail address. You may also leave it empty.")},
    )
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, writer: Writer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.writer = writer

    def clean_author_name(self) -> str:
        """A guest needs a name that is not taken; somebody signed in writes as themselves, unless it misleads."""
        if self.writer.account:
            return self._own_name()
        name = tidy_name(self.cleaned_data["author_name"])
        if not name:
            raise forms.ValidationError(_("Write the name to print with your comment. It need not be your real one."))
        if is_taken(name):
            raise forms.ValidationError(
                _("This name belongs to the newsroom. Choose another, or sign in if it is yours.")
            )
        if is_readers(name):
            raise forms.ValidationError(_("A reader with an account has this name. Choose another, or sign in."))
        return name

    def _own_name(self) -> str:
        """The account's name. Signing up looks at no lookalike letters, and a colleague may have come later."""
        if not self.writer.by_staff and is_taken(self.writer.name):
            raise forms.ValidationError(
                _("Your account's name reads like one of the newsroom's. Change it on your account page.")
            )
        return self.writer.name


class VoteForm(forms.Form):
    """Up or down."""

    value = forms.TypedChoiceField(choices=[("1", "+"), ("-1", "-")], coerce=int)


class FlagForm(forms.Form):
    """What is wrong with a comment."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=FlagReason.choices, widget=forms.RadioSelect, required=True
    )
    note = forms.CharField(label=_("Anything to add? Only moderators read it."), max_length=300, required=False)
