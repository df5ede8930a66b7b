"""A picture with what a newspaper must know about it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, ImageQuerySet
from wagtail.models import Page, ReferenceIndex


class PictureQuerySet(ImageQuerySet):
    """Reads of pictures."""

    def published(self) -> PictureQuerySet:
        """Those that a page readers can see, or an author, makes use of; a draft's pictures stay in the newsroom.

        Wagtail's index of references knows where a picture is used, but is kept up in the background; leads are asked
        for directly, so that what is biggest on a new page never leads nowhere.
        """
        pages = Page.objects.live().public().annotate(key=Cast("pk", CharField()))
        leading = pages.filter(reportpage__lead_picture=OuterRef("pk"))
        used = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(self.model),
            to_object_id=Cast(OuterRef("pk"), CharField()),
        )
        in_pages = used.filter(
            base_content_type=ContentType.objects.get_for_model(Page), object_id__in=pages.values("key")
        )
        by_authors = used.filter(content_type__app_label="reports", content_type__model="author")
        return self.filter(Exists(leading) | Exists(in_pages) | Exists(by_authors))

    def leading(self) -> PictureQuerySet:
        """Those above a report that readers can see; they stand in teasers, shares and metadata too."""
        return self.filter(Exists(Page.objects.live().public().filter(reportpage__lead_picture=OuterRef("pk"))))

    def portraying(self, authors: models.QuerySet[Any]) -> PictureQuerySet:
        """Those that show these authors."""
        return self.filter(pk__in=authors.values("portrait"))

    def lacking(self, size: str) -> PictureQuerySet:
        """Those that nobody has made this size of."""
        return self.exclude(Exists(Rendition.objects.filter(image=OuterRef("pk"), filter_spec=size)))


class Picture(AbstractImage):
    """An image with caption, credit and rights. ``description`` (Wagtail's own field) is the text alternative."""

    caption = models.CharField(_("caption"), max_length=400, blank=True, help_text=_("What one sees, when and where."))
    credit = models.CharField(_("credit"), max_length=120, blank=True, help_text=_("Who made it, as it is printed."))
    rights = models.CharField(
        _("rights"), max_length=200, blank=True, help_text=_("Licence or agreement; not printed.")
    )

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit", "rights")

    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and forget what was cut around an earlier focal point: it would pass for the size that is wanted."""
        super().save(*args, **kwargs)
        self.renditions.made_around_another_point(self).delete()

    @property
    def default_alt_text(self) -> str:
        """What is said in its place: its text alternative; else what is said below it; else its name in our drawers."""
        return str(self.description or self.caption or self.title)

    def get_absolute_url(self) -> str:
        """The page that shows it as large as the window."""
        return reverse("reports:picture", args=[self.pk])


class RenditionQuerySet(models.QuerySet["Rendition"]):
    """Reads of sizes."""

    def made_around_another_point(self, picture: Picture) -> RenditionQuerySet:
        """Those cut around a focal point that is not the picture's now; whole ones have none."""
        return self.exclude(focal_point_key__in=["", Filter("fill-1x1").get_cache_key(picture)])

    def all_there_are(self) -> list[Rendition]:
        """Every size of every picture, the oldest first."""
        return list(self.order_by("pk"))

    def forget(self, sizes: list[Rendition]) -> None:
        """Delete these rows; whoever wants the sizes makes them again."""
        self.filter(pk__in=[size.pk for size in sizes]).delete()


class Rendition(AbstractRendition):
    """One size of a picture, made once."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    objects = RenditionQuerySet.as_manager()

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
