from django.apps import AppConfig

from . import checks as checks  # registered by being imported


class FundingConfig(AppConfig):
    name = "dateline.funding"
    default_auto_field = "django.db.models.BigAutoField"
