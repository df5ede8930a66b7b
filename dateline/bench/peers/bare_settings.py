"""The real settings less the page store: every page is made for whoever asks, as Wagtail would by itself."""

from __future__ import annotations

from dateline.project.settings import *  # noqa: F403

DELIVERY_FOLDER = ""
