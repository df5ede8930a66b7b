"""The key that signs sessions and links, where several machines serve one newsroom and were given none."""

from __future__ import annotations

from django.db import models


class SharedKey(models.Model):
    """One row at most. Unused where DATELINE_SECRET_KEY is set, and on SQLite."""

    key = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "•••"
