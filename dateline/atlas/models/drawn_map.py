"""A map that we draw ourselves: an extent, the features on it and the words that go with them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PreviewableMixin, ReferenceIndex, RevisionMixin
from wagtail.search import index

from ..drawing.features import read_features
from ..drawing.fitting import extent_around
from ..forms import DrawnMapForm
from ..geojson import check_features
from ..roads import own_streets
from ..scenery import Disputed
from .settings import MapSettings

Extent = tuple[float, float, float, float]
WORLD: Extent = (-170.0, -58.0, -170.0 + 359.9, 78.0)
GROUND_EDITION = 1  # raise it when the survey is made anew, so that maps get new addresses


def no_features() -> dict[str, Any]:
    """An empty FeatureCollection: what a new map starts from."""
    return {"type": "FeatureCollection", "features": []}


class DrawnMapQuerySet(models.QuerySet["DrawnMap"]):
    """Reads of maps."""

    def published(self) -> DrawnMapQuerySet:
        """Maps that a page readers can see makes use of. The others may show what nobody is to know yet.

        Pages that point at a map are asked themselves, because Wagtail's index of references is written in the
        background and lags; it is asked for maps inside the text of a page.
        """
        seen = Page.objects.live().public()
        mentions = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(self.model),
            to_object_id=Cast(models.OuterRef("pk"), models.CharField()),
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id__in=seen.annotate(key=Cast("pk", models.CharField())).values("key"),
        )
        used = models.Q(models.Exists(mentions))
        for kind, field in pages_that_point_at(self.model):
            pages = kind._default_manager.filter(pk__in=seen.values("pk"), **{field: models.OuterRef("pk")})
            used |= models.Q(models.Exists(pages))
        return self.filter(used)

    def named(self, slug: str) -> DrawnMapQuerySet:
        """The map at an address."""
        return self.filter(slug=slug)


class DrawnMap(PreviewableMixin, RevisionMixin, index.Indexed, models.Model):
    """One map. Where it is shown is other rooms' business; what it says it says in its own description too."""

    class Units(models.TextChoices):
        """What the scale bar measures in."""

        KILOMETRES = "km", _("kilometres")
        BOTH = "km-mi", _("kilometres and miles")

    title = models.CharField(_("title"), max_length=120, help_text=_("What the map shows: “Where the levee broke”."))
    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("The map's own address: /maps/ and then this word.")
    )
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("One sentence below the map that says what to notice.")
    )
    credit = models.CharField(
        _("credit"), max_length=160, blank=True, help_text=_("Who drew it and whose data it rests on.")
    )
    description = models.TextField(
        _("description"),
        help_text=_("The map in words, for those who cannot see it: what lies where, and what follows from it."),
    )
    west = models.FloatField(
        _("west"), null=True, blank=True, help_text=_("Longitude of the left edge, from -180 to 180.")
    )
    south = models.FloatField(
        _("south"), null=True, blank=True, help_text=_("Latitude of the lower edge, from -90 to 90.")
    )
    east = models.FloatField(
        _("east"),
        null=True,
        blank=True,
        help_text=_("Longitude of the right edge. Less than west when the map crosses the 180th meridian."),
    )
    north = models.FloatField(_("north"), null=True, blank=True, help_text=_("Latitude of the upper edge."))
    ground = models.BooleanField(
        _("draw the ground"),
        default=True,
        help_text=_("Land, water, borders, rivers and towns from our own atlas, below the features of the map."),
    )
    features = models.JSONField(
        _("features"),
        default=no_features,
        blank=True,
        help_text=_(
            "A GeoJSON FeatureCollection. Each feature says in “kind” what it is: land, water, lake, river, flood, "
            "area, border, disputed-border, road, rail, route, place, point, confirmed, claimed, disputed, ring or "
            "sector. docs/maps.md has them all."
        ),
    )
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day for which the map is right; printed on it.")
    )
    units = models.CharField(
        _("scale in"),
        max_length=8,
        choices=Units.choices,
        default=Units.KILOMETRES,
        help_text=_("What the scale bar measures in."),
    )

    objects = DrawnMapQuerySet.as_manager()
    base_form_class = DrawnMapForm

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.SearchField("description")]

    class Meta:
        verbose_name = _("map")
        verbose_name_plural = _("maps")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="map_latitudes_in_order",
                condition=models.Q(south__gte=-90, north__lte=90, south__lt=models.F("north")),
            ),
            models.CheckConstraint(
                name="map_longitudes_on_earth",
                condition=models.Q(west__gte=-180, west__lte=180, east__gte=-180, east__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page that shows the map as large as the window."""
        return reverse("atlas:map", args=[self.slug])

    @property
    def extent(self) -> Extent:
        """West, south, east, north in degrees, around the features where nobody chose edges.

        East is less than west across the 180th meridian.
        """
        west, south, east, north = self.edges
        if west is None or south is None or east is None or north is None:
            return extent_around(read_features(self.features)) or WORLD
        return west, south, east, north

    @property
    def edges(self) -> tuple[float | None, ...]:
        """The edges that somebody chose."""
        return self.west, self.south, self.east, self.north

    @cached_property
    def disputed(self) -> Disputed:
        """What is drawn of disputed borders."""
        return MapSettings.policy()

    @property
    def version(self) -> str:
        """A short hash of all that is drawn, so that an address with it in may be kept for ever."""
        drawn = [self.title, self.credit, self.description, self.extent, self.features, str(self.as_of), self.units]
        if self.ground:
            streets = own_streets()
            drawn += [GROUND_EDITION, self.disputed, *([streets.stamp] if streets else [])]
        return hashlib.sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:12]

    def clean(self) -> None:
        """Refuse an extent or features that cannot be drawn, in sentences that say what to change."""
        super().clean()
        faults: dict[str, Any] = {}
        west, south, east, north = self.edges
        if west is not None and south is not None and east is not None and north is not None:
            faults |= extent_faults((west, south, east, north))
        elif any(edge is not None for edge in self.edges):
            faults["west"] = _("Give all four edges, or none: then the map is fitted to its features.")
        try:
            check_features(self.features)
        except ValidationError as error:
            faults["features"] = error
        if faults:
            raise ValidationError(faults)

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """The page on which it will be seen."""
        return "atlas/map.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict[str, Any]:
        """What that page is given."""
        return {"map": self}


def pages_that_point_at(model: type[models.Model]) -> list[tuple[type[Page], str]]:
    """Kinds of pages with a foreign key to ``model``, and its name, wherever they are defined."""
    return [
        (relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and issubclass(relation.related_model, Page)
    ]


def extent_faults(extent: Extent) -> dict[str, Any]:
    """What is wrong with an extent, by field."""
    west, south, east, north = extent
    faults: dict[str, Any] = {}
    for field, longitude in (("west", west), ("east", east)):
        if not -180 <= longitude <= 180:
            faults[field] = _("A longitude lies between -180 and 180.")
    if west == east:
        faults["east"] = _("East and west are the same, so the map has no width.")
    if not -90 <= south < north <= 90:
        faults["north"] = _("North must lie above south, and both between -90 and 90.")
    return faults
