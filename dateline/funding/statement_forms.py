"""Forms of the statement page. A file that raises questions travels with them, since a browser sends a file once."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .bank.statements.questions import Candidate, Question
from .said import in_words

MOST_BYTES = 16 * 1024 * 1024
CARRIED = 1_500_000  # bytes of a file that travels with its questions; a form of ours holds no more


class StatementForm(forms.Form):
    """A file of the bank."""

    file = forms.FileField(
        label=_("Statement"),
        help_text=_("CAMT.053, MT940 or CSV, as your bank offers it, up to 16 MiB. Bringing one twice does no harm."),
    )

    def clean_file(self) -> Any:
        """Refuse what is too long before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("This file is larger than 16 MiB. Export a shorter time."))
        return file


class QuestionForm(forms.Form):
    """What the file did not tell, one choice each, with how something of it reads then."""

    name = forms.CharField(widget=forms.HiddenInput, max_length=120)
    carried = forms.CharField(widget=forms.HiddenInput)
    answered = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, questions: Iterable[Question] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            choices = [(each.value, _called(each)) for each in question.candidates]
            self.fields[f"answer:{question.about}"] = forms.ChoiceField(
                label=in_words(question.words), choices=choices, widget=forms.RadioSelect
            )

    @property
    def data_bytes(self) -> bytes:
        """The file, as it was brought."""
        return bytes(self.cleaned_data["carried"])

    def clean_carried(self) -> bytes:
        """Return the file's bytes; raise ValidationError for what we have not sent."""
        try:
            return base64.b64decode(self.cleaned_data["carried"], validate=True)
        except binascii.Error as error:
            raise ValidationError(_("The file got lost on the way. Bring it again.")) from error

    @property
    def answers(self) -> dict[str, str]:
        """Every answer so far, by what it is about."""
        before = self.cleaned_data.get("answered") or {}
        given = {key.partition(":")[2]: value for key, value in self.data.items() if key.startswith("answer:")}
        return {str(key): str(value) for key, value in {**before, **given}.items()}


def _called(candidate: Candidate) -> str:
    """Return how an answer reads to people."""
    name = in_words(candidate.words) if candidate.words else candidate.value
    return f"{name} — {candidate.reads}" if candidate.reads else name


def carried(data: bytes) -> str:
    """Return a file as it travels in a form."""
    return base64.b64encode(data).decode()
