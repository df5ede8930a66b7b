"""That an address was asked whether it is somebody's, and that its owner wants no such mails: hashes, not addresses."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from dateline.delivery.keyed import keyed_hash

SALT = "dateline.notices.mail"


def hash_of_mail(mail: str) -> str:
    """Return what is kept of an address: enough to know it again, not enough to write to it."""
    return keyed_hash(SALT, mail.strip().lower())


class AskingQuerySet(models.QuerySet["Asking"]):
    """How askings are counted."""

    def of_mail(self, mail: str) -> AskingQuerySet:
        """Those that went to one address."""
        return self.filter(mail_hash=hash_of_mail(mail))

    def from_origin(self, origin: str) -> AskingQuerySet:
        """Those that one network address caused; none where it is not known."""
        return self.filter(origin=origin) if origin else self.none()

    def since(self, moment: datetime) -> AskingQuerySet:
        """Sent at or after ``moment``."""
        return self.filter(at__gte=moment)


class Asking(models.Model):
    """One mail that asked. Kept as long as it counts against more of them."""

    mail_hash = models.CharField(max_length=64)
    origin = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField(db_index=True)

    objects = AskingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["mail_hash", "at"], name="asking_of_mail")]

    def __str__(self) -> str:
        return self.mail_hash[:12]


class Refusal(models.Model):
    """Whoever owns the address does not want to be asked again, by whomever."""

    mail_hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.mail_hash[:12]
