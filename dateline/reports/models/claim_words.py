"""The closed lists of words that claims are described with."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How a claim stands with us."""

    PROPOSED = "proposed", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")  # that it was said so, or, with our own reporting, that it is so
    DISPUTED = "disputed", _("disputed")
    SUPERSEDED = "superseded", _("superseded")
    RETRACTED = "retracted", _("retracted")


class Precision(models.TextChoices):
    """How exactly a time is known."""

    HOUR = "hour", _("hour")
    DAY = "day", _("day")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("unknown")


class WhenBasis(models.TextChoices):
    """Where a time comes from."""

    EXPLICIT = "explicit", _("stated in full")
    INFERRED = "inferred", _("stated without its year")
    INHERITED = "inherited", _("taken from the sentence before")
    RELATIVE = "relative", _("reckoned from the day of publication")
    EDITOR = "editor", _("set by an editor")


class Spread(models.TextChoices):
    """How exactly a place is known."""

    EXACT = "exact", _("exactly")
    NEAR = "near", _("in or near the place")
    AREA = "area", _("somewhere in an area")
    REGION = "region", _("somewhere in a region")
    COUNTRY = "country", _("somewhere in a country")


class Basis(models.TextChoices):
    """Where a point comes from."""

    GAZETTEER = "gazetteer", _("from the gazetteer")
    EDITOR = "editor", _("set by an editor")
    DERIVED = "derived", _("reckoned from a distance and a direction")


class Modality(models.TextChoices):
    """How the source puts it."""

    ASSERTED = "asserted", _("stated")
    REPORTED = "reported", _("reported")
    CLAIMED = "claimed", _("claimed")
    DENIED = "denied", _("denied")
    FORECAST = "forecast", _("expected")
    CONDITIONAL = "conditional", _("depends on something")
