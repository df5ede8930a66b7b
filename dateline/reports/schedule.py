"""When a report comes out: the form that asks for it by the newsroom's clock."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class ReportForm(WagtailAdminPageForm):
    """A report's form, which says by whose clock a report is scheduled and takes no time that has passed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"go_live_at", "expire_at"} & set(self.fields):
            self.fields[name].help_text = _("By the newsroom's clock (%(zone)s), where it is now %(now)s.") % _clock()

    def clean_go_live_at(self) -> datetime | None:
        """The time to come out. Wagtail takes one that has passed for “at once”: a slip of the date would publish."""
        at = self.cleaned_data["go_live_at"]
        is_out = self.instance.pk is not None and self.instance.live  # Wagtail calls a page not yet saved live
        meant = "go_live_at" in self.changed_data and not is_out
        if at and meant and at < timezone.now().replace(second=0, microsecond=0):
            raise forms.ValidationError(
                _(
                    "That is in the past: by the newsroom's clock (%(zone)s) it is now %(now)s. Nothing was published. "
                    "Choose a later time, or leave it empty to publish at once."
                ),
                params=_clock(),
            )
        return at


def _clock() -> dict[str, str]:
    """The zone by which the editor reads times, and the present time in it."""
    now = timezone.localtime()
    return {"zone": timezone.get_current_timezone_name(), "now": date_format(now, "SHORT_DATETIME_FORMAT")}
