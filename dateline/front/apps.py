from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "dateline.front"
    default_auto_field = "django.db.models.BigAutoField"
