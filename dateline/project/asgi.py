"""The application that the server runs."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from dateline.delivery.intake import App, Intake


def build() -> App:
    """Return Django behind the door that counts what comes in; staff, who bring pictures, may bring more."""
    return Intake(get_asgi_application(), larger={"/newsroom/": settings.UPLOAD_MIB * 1024 * 1024})


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
application = build()
