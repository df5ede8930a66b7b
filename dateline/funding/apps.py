from django.apps import AppConfig


class FundingConfig(AppConfig):
    name = "dateline.funding"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks  # noqa: F401, PLC0415 -- Django's own moment to register checks
