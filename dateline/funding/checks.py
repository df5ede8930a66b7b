"""What would let a rehearsal near real money, said at start."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def rehearsal_stays_out_of_production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """dateline.E030: the rehearsal provider is served where money is real."""
    if settings.PRODUCTION and any(".rehearsal." in name for name in settings.SERVE_COMPANIONS):
        return [
            Error(
                "The rehearsal provider may not run in production.",
                hint="Take it out of SERVE_COMPANIONS, or set DATELINE_MODE to rehearsal.",
                id="dateline.E030",
            )
        ]
    return []
