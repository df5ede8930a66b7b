"""On a drive's own page in the editor: what its meter counts, and the way to every posting it is the sum of."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from .mode import current_mode
from .models import Leg
from .sums import sums_of


class DriveBooksPanel(Panel):
    """Shown where the drive is there already."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "funding/_drive_books.html"

        def is_shown(self) -> bool:
            """Not while a drive is being made."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The meter and the sums it is made of."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            legs = Leg.objects.by_account(self.instance, current_mode())
            may_look = self.request.user.has_perm("funding.view_posting")
            return context | {"drive": self.instance, "may_look": may_look, **sums_of(self.instance, legs)}
