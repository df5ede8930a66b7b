from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .triggers import set_up


class DeliveryConfig(AppConfig):
    name = "dateline.delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(set_up, dispatch_uid="dateline.delivery.triggers")
