from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "dateline.notices"
    default_auto_field = "django.db.models.BigAutoField"
