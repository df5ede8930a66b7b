from django.apps import AppConfig

from . import checks as checks  # registered by being imported
from . import neighbours as neighbours


class ProjectConfig(AppConfig):
    name = "dateline.project"
    default_auto_field = "django.db.models.BigAutoField"
