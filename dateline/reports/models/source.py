"""Who says so. One row for each voice that a newsroom quotes, so that the same voice has the same name everywhere."""

from __future__ import annotations

import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class SourceQuerySet(models.QuerySet["Source"]):
    """Reads of sources."""

    def called(self, name: str) -> Source | None:
        """The source with this name, however its letters are cased, with an article or without."""
        bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
        return self.filter(models.Q(name__iexact=bare) | models.Q(name__iexact=f"the {bare}")).first()

    def called_or_new(self, name: str, kind: str, side: str = "") -> Source:
        """The source with this name, noted now where there is none yet."""
        name = name[:160]
        noted = {"kind": kind or Source.Kind.OFFICIAL, "side": side[:80]}
        return self.called(name) or self.get_or_create(name=name, defaults=noted)[0]


class Source(index.Indexed, models.Model):
    """A voice: a party to what happens, an office, a news outlet, a witness, or ourselves."""

    class Kind(models.TextChoices):
        """What stands behind its word; a party's word is a claim, anybody else's a report."""

        PARTY = "party", _("party to the events")
        OFFICIAL = "official", _("office or agency")
        MEDIA = "media", _("news outlet")
        WITNESS = "witness", _("witness")
        OWN = "own", _("our own reporting")

    name = models.CharField(
        _("name"), max_length=160, unique=True, help_text=_("As readers see it: “the river authority”.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=Kind.choices,
        help_text=_("What a party to the events says is printed as “claimed by”, what others say as “reported by”."),
    )
    side = models.CharField(
        _("side"), max_length=80, blank=True, help_text=_("Whose side it is on, if it is on one: “city council”.")
    )
    url = models.URLField(_("address"), blank=True, help_text=_("Its own page, if readers may want to see it."))
    note = models.TextField(
        _("note"), max_length=600, blank=True, help_text=_("What colleagues should know of it; readers never see this.")
    )

    objects = SourceQuerySet.as_manager()
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("side")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
