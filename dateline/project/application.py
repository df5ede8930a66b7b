"""The application: Django behind the door that counts what comes in."""

from __future__ import annotations

from django.conf import settings
from django.core.asgi import get_asgi_application

from dateline.delivery.intake import App, Intake

LARGER = {"/newsroom/": settings.UPLOAD_MIB * 1024 * 1024}  # staff bring pictures


def build() -> App:
    """Return it; staff, who bring pictures, may send more than everybody else."""
    return Intake(get_asgi_application(), larger=LARGER)
