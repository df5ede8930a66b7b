"""Readers for whom the newsroom's own site vouches, and the tokens by which it did."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import models


class HouseUserQuerySet(models.QuerySet["HouseUser"]):
    """Reads about them."""

    def supporters_among(self, accounts: Collection[int]) -> HouseUserQuerySet:
        """Those of these accounts whom the newsroom's site calls supporters."""
        return self.filter(user_id__in=accounts, is_supporter=True)


class HouseUser(models.Model):
    """Who somebody is over there. ``is_supporter`` is what the newest token said."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="house_user")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    is_supporter = models.BooleanField(default=False)

    objects = HouseUserQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="house_user_once")]

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer}"


class UsedTokenQuerySet(models.QuerySet["UsedToken"]):
    """Reads about tokens."""

    def expired(self, now: datetime) -> UsedTokenQuerySet:
        """Those that would be refused by their time already."""
        return self.filter(expires_at__lt=now)


class UsedToken(models.Model):
    """A token that was used. ``key`` is a hash of its issuer and ``jti``; the database takes each once."""

    key = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = UsedTokenQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key[:8]
