"""A place that the newsroom wrote down itself: what no gazetteer has, or has at the wrong point."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..gazetteer import Place as Shadow

COUNTRY = re.compile(r"[A-Z]{2}$")


class PlaceQuerySet(models.QuerySet["Place"]):
    """Reads of places."""

    def shadows(self) -> list[tuple[Shadow, list[str]]]:
        """Each as the gazetteer has places, with its other names: what is asked for before the gazetteer is."""
        return [(place.shadow, place.other_names) for place in self.order_by("pk")]


class Place(index.Indexed, models.Model):
    """One place. Whoever looks a name up finds it before those of the gazetteer."""

    class Kind(models.TextChoices):
        """What it is."""

        TOWN = "town", _("town or village")
        QUARTER = "quarter", _("part of a town")
        CROSSING = "crossing", _("bridge, ford or border crossing")
        STATION = "station", _("station or plant")
        BASE = "base", _("base or post")
        PASS = "pass", _("pass, hill or valley")
        OTHER = "other", _("something else")

    class Precision(models.TextChoices):
        """How well the point is known."""

        EXACT = "exact", _("the spot itself")
        NEAR = "near", _("within a few kilometres")
        AREA = "area", _("somewhere in the area")

    name = models.CharField(_("name"), max_length=120, help_text=_("The name that reports use."))
    aliases = models.TextField(
        _("other names"), blank=True, help_text=_("Other names and spellings, one on a line. All of them are found.")
    )
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind.choices, default=Kind.TOWN, help_text=_("What the place is.")
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("Its two letters, such as SY. Empty at sea or where disputed."),
    )
    latitude = models.FloatField(_("latitude"), help_text=_("Degrees north, from -90 to 90."))
    longitude = models.FloatField(_("longitude"), help_text=_("Degrees east, from -180 to 180."))
    precision = models.CharField(
        _("precision"),
        max_length=8,
        choices=Precision.choices,
        default=Precision.EXACT,
        help_text=_("How well the point is known. A map shows what is not exact as such."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("How the newsroom knows where it is. For editors only; never published.")
    )

    objects = PlaceQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("aliases")]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="place_on_earth",
                condition=models.Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def other_names(self) -> list[str]:
        """What else it is called."""
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]

    @property
    def shadow(self) -> Shadow:
        """This place as the gazetteer has places."""
        kind = "town" if self.kind == self.Kind.TOWN else "other"
        return Shadow(f"own:{self.pk}", self.name, kind, self.country, "", self.latitude, self.longitude)

    def clean(self) -> None:
        """Refuse what lies nowhere, in sentences that say what to change."""
        super().clean()
        self.country = self.country.strip().upper()
        faults: dict[str, object] = {}
        if self.country and not COUNTRY.match(self.country):
            faults["country"] = _("A country is two letters, such as SY.")
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            faults["latitude"] = _("A latitude lies between -90 and 90.")
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            faults["longitude"] = _("A longitude lies between -180 and 180.")
        if faults:
            raise ValidationError(faults)
