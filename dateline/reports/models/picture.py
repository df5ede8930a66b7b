"""A picture with what a newspaper must know about it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """An image with caption, credit and rights. ``description`` (Wagtail's own field) is the text alternative."""

    caption = models.CharField(_("caption"), max_length=400, blank=True, help_text=_("What one sees, when and where."))
    credit = models.CharField(_("credit"), max_length=120, blank=True, help_text=_("Who made it, as it is printed."))
    rights = models.CharField(
        _("rights"), max_length=200, blank=True, help_text=_("Licence or agreement; not printed.")
    )

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit", "rights")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]


class Rendition(AbstractRendition):
    """One size of a picture, made once."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
