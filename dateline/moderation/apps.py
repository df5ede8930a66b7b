from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "dateline.moderation"
    default_auto_field = "django.db.models.BigAutoField"
