"""A key with which a program acts for somebody."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token may do at most; its owner's own rights bound it too."""

    READ = "read", _("read discussions")
    POST = "post", _("write, vote and report in my name")
    MODERATE = "moderate", _("moderate, as far as I may")


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    """How tokens are asked for."""

    def of(self, user: models.Model) -> ApiTokenQuerySet:
        """Those of one person that are not revoked, the newest first."""
        return self.filter(user=user, revoked_at__isnull=True).order_by("-pk")

    def alive(self, now: datetime) -> ApiTokenQuerySet:
        """Those that open something."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now, user__is_active=True)

    def with_hash(self, key_hash: str) -> ApiTokenQuerySet:
        """The one whose key has this hash."""
        return self.filter(key_hash=key_hash)

    def not_used_since(self, moment: datetime) -> ApiTokenQuerySet:
        """Those whose last use is told as before ``moment``."""
        return self.filter(models.Q(last_used_at__isnull=True) | models.Q(last_used_at__lt=moment))


class ApiToken(models.Model):
    """Only a hash of the key is kept. ``scopes`` are words of ``Scope`` with blanks between."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    key_hash = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = ApiTokenQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.name

    def may(self, scope: str) -> bool:
        """Whether it may do this."""
        return scope in self.scopes.split()

    @property
    def scope_labels(self) -> list[str]:
        """What it may do, in words."""
        return [str(scope.label) for scope in Scope if self.may(scope.value)]
