"""What an editor fills in: to state a change, or to describe a picture."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

KINDS = [
    ("correction", _("Correction: something was wrong")),
    ("update", _("Update: it was right, and there is more")),
]


class ChangeForm(forms.Form):
    """One stated change of a published report."""

    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=KINDS,
        widget=forms.RadioSelect,
        initial="correction",
        help_text=_(
            "It is printed as a note below the report. The report's own text stays as it is: change that in its form."
        ),
    )
    text = forms.CharField(
        label=_("In words"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Say what was wrong and what is right, or what is new. It appears at once below the report and, if it is a "
            "correction, on the corrections page, with the time. It cannot be rewritten later; you can say another one."
        ),
    )


class LiveEntryForm(forms.Form):
    """One new entry of a live report, out at once."""

    headline = forms.CharField(label=_("Headline"), max_length=140, help_text=_("What is new, in one line."))
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What we know and from whom. An empty line begins a paragraph."),
    )


class PictureForm(BaseImageForm):
    """Wagtail's form for an image, in a picture desk's words. No picture goes into the drawer without its own."""

    description = forms.CharField(
        label=_("Text alternative"),
        max_length=255,
        help_text=_("What the picture shows, for those who cannot see it. Say what matters, not “a picture of”."),
    )

    class Meta(BaseImageForm.Meta):
        help_texts = {
            "title": _("A name by which colleagues find it; readers do not see it."),
            "tags": _("Words by which colleagues find it, with commas between."),
        }
