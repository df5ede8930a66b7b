"""Where imported things came from, so that a second run finds them and makes nothing twice."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceQuerySet(models.QuerySet["Source"]):
    """Reads of sources."""

    def read_before(self, format: str, digest: str) -> Source | None:
        """Return the source with these very bytes, if it was imported."""
        return self.filter(format=format, digest=digest).first()


class Source(models.Model):
    """One file that was imported."""

    format = models.CharField(_("format"), max_length=40)
    digest = models.CharField(_("SHA-256"), max_length=64)
    name = models.CharField(_("file name"), max_length=255)
    imported_at = models.DateTimeField(_("imported"))

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("import source")
        constraints = [models.UniqueConstraint(fields=["format", "digest"], name="imports_one_source_a_file")]

    def __str__(self) -> str:
        return self.name

    def keys(self) -> frozenset[str]:
        """Return the keys of all that was made from this source, also of what has been deleted since."""
        return frozenset(self.made.values_list("key", flat=True))


class Made(models.Model):
    """One object and the part of the source that it was made from.

    The row outlives the object: what an editor deleted after an import stays deleted when the import is run again.
    """

    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.CASCADE, related_name="made")
    key = models.CharField(_("key"), max_length=80, help_text=_("Kind and line, such as comment:41."))
    kind = models.ForeignKey(ContentType, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField(_("object"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("imported object")
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="imports_a_key_is_made_once")]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}"
