"""The application that the server runs."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from dateline.delivery.intake import Intake

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
application = Intake(get_asgi_application(), larger={"/newsroom/": settings.UPLOAD_MIB * 1024 * 1024})
