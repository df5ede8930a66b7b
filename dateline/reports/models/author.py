"""Who writes. An author is a byline with a page, not an account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructValue
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from ..blocks import AuthorLinkBlock
from ..panels import AUTHOR_PANELS
from .picture import Picture


class AuthorQuerySet(models.QuerySet["Author"]):
    """Reads of authors."""

    def published(self) -> AuthorQuerySet:
        """Those with at least one report that readers can see; an author of drafts alone is not announced."""
        return self.filter(bylines__page__live=True).distinct()

    def wrote(self, account: models.Model, page_id: int) -> AuthorQuerySet:
        """The author whose account this is, if the report bears their name."""
        return self.filter(user=account, bylines__page_id=page_id)

    def for_list(self) -> AuthorQuerySet:
        """With their portraits."""
        return self.prefetch_related(models.Prefetch("portrait", queryset=Picture.objects.prefetch_renditions()))

    def by_name(self) -> AuthorQuerySet:
        """In alphabetical order."""
        return self.order_by("name")


class Author(index.Indexed, models.Model):  # type: ignore[django-manager-missing]  # ParentalKey hides it
    """A byline with a page of its own at /authors/<slug>/."""

    name = models.CharField(_("name"), max_length=120, help_text=_("As it is printed in the byline."))
    slug = models.SlugField(
        _("address"), unique=True, max_length=120, help_text=_("The end of the page's address: /authors/this-part/.")
    )
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("Such as Reporter or Correspondent in the north.")
    )
    bio = RichTextField(
        _("about"), blank=True, features=["bold", "italic", "link"], help_text=_("Two or three sentences for readers.")
    )
    portrait = models.ForeignKey(
        "reports.Picture",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Square; it is cropped around the focal point."),
    )
    mail = models.EmailField(_("mail"), blank=True, help_text=_("Printed on the author's page; leave empty to hide."))
    links = StreamField(
        [("link", AuthorLinkBlock())],
        verbose_name=_("links"),
        blank=True,
        help_text=_("Where else readers can find this author."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
        help_text=_("The account that writes under this name, if any."),
    )

    objects = AuthorQuerySet.as_manager()
    panels = AUTHOR_PANELS
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("role")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The author's page."""
        return reverse("reports:author", args=[self.slug])

    @property
    def link_blocks(self) -> list[StructValue]:
        """The links as plain values, for templates and metadata."""
        return [block.value for block in self.links]
