"""Whether this installation's money is real.

An installation has one mode at a time and every row of money says in which it was made. Public sums ask for the mode of
the day, so money of a rehearsal is never seen beside real money, whatever was rehearsed here before (docs/decisions).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """Every unique key of money begins with a provider and one of these."""

    TEST = "test", _("rehearsal")
    LIVE = "live", _("live")


def current_mode() -> Mode:
    """Return the mode in which this installation books and shows money."""
    return Mode.LIVE if settings.MODE == "production" else Mode.TEST
