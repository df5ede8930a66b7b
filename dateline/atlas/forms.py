"""The form of a map, where it says more than Django would."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class DrawnMapForm(WagtailAdminModelForm):
    """Features are pasted, often by halves: say what is wrong with them in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["features"].error_messages["invalid"] = _(
            "This is not JSON: a bracket, quotation mark or comma is missing or too many, perhaps because only a part "
            "was pasted. Nothing was saved; the map stays as it was."
        )
