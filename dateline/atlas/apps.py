from django.apps import AppConfig

from . import checks as checks  # registered by being imported


class AtlasConfig(AppConfig):
    name = "dateline.atlas"
    default_auto_field = "django.db.models.BigAutoField"
