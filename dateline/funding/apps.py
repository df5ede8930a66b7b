from django.apps import AppConfig


class FundingConfig(AppConfig):
    name = "dateline.funding"
    default_auto_field = "django.db.models.BigAutoField"
