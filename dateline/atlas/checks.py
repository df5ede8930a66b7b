"""A file of streets that cannot be read, said at start: maps are drawn without it."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from dateline.lib.env import env_str

from .roads import own_streets


@register()
def streets_can_be_read(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """dateline.W007: DATELINE_PMTILES names a file that we cannot read."""
    if not env_str("DATELINE_PMTILES") or own_streets():
        return []
    return [
        Warning(
            "The file of streets cannot be read; maps are drawn without streets.",
            hint="DATELINE_PMTILES must name a PMTiles file of version 3 with vector tiles, plain or packed by gzip.",
            id="dateline.W007",
        )
    ]
