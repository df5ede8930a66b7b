"""One discussion, below a page of ours or at an address elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from dateline.lib.web_address import LONGEST

TITLE = 140  # characters of what somebody else's page calls itself
PLACE = LONGEST + 120  # an address, or an origin and a name there


class ThreadQuerySet(models.QuerySet["Thread"]):
    """How threads are asked for."""

    def of_page(self, page: Page) -> ThreadQuerySet:
        """The thread below ``page``, if anybody has written there."""
        return self.filter(page_id=page.pk)

    def adrift(self) -> ThreadQuerySet:
        """Those whose page has been deleted; their comments are kept."""
        return self.filter(page__isnull=True, url="")

    def at(self, place: str) -> ThreadQuerySet:
        """The thread at that place on somebody else's site, if anybody has written there; see ``places``."""
        return self.filter(place=place)

    def elsewhere(self) -> ThreadQuerySet:
        """Those below pages of other sites."""
        return self.filter(place__isnull=False)

    def begun(self, after: datetime, until: datetime) -> ThreadQuerySet:
        """Those in which somebody first wrote between these moments."""
        return self.filter(created_at__gt=after, created_at__lte=until)

    def by_number(self) -> ThreadQuerySet:
        """The one in which somebody first wrote last comes first."""
        return self.order_by("-pk")

    def with_own_policy(self) -> ThreadQuerySet:
        """With what is set for each."""
        return self.select_related("own_policy")

    def among(self, numbers: Collection[int]) -> ThreadQuerySet:
        """Those of these numbers."""
        return self.filter(pk__in=numbers)

    def below(self, number: int) -> ThreadQuerySet:
        """Those that are older than thread ``number``, by their numbers."""
        return self.filter(pk__lt=number)

    def totals_at(self, places: Collection[str]) -> dict[str, int]:
        """Published comments by place, in one query; places where nobody has written are left out."""
        return dict(self.filter(place__in=places).values_list("place", "comment_count"))

    def totals(self, pages: Iterable[Page]) -> dict[int, int]:
        """Published comments by page id, in one query, for lists of reports."""
        ids = [page.pk for page in pages]
        return dict(self.filter(page_id__in=ids).values_list("page_id", "comment_count"))


class Thread(models.Model):
    """Made at the first post, so that reading writes nothing."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page that the thread stands below."),
    )
    url = models.URLField(
        _("address"), max_length=PLACE, blank=True, help_text=_("For a thread below somebody else's page.")
    )
    place = models.CharField(_("place"), max_length=PLACE, null=True, blank=True, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=TITLE, blank=True, help_text=_("As that page calls itself."))
    comment_count = models.PositiveIntegerField(_("published comments"), default=0, editable=False)
    created_at = models.DateTimeField(_("first written in"))

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self) -> str:
        return self.page.title if self.page else self.title or self.url or f"{self.pk}"

    @property
    def tag(self) -> str:
        """What pages that show it hang on."""
        return tag_of(self.page_id, self.pk)


def tag_of(page_id: int | None, thread_id: int) -> str:
    """Return the tag of a thread: it is named by the page that it stands below, where that is ours."""
    return f"thread:{page_id}" if page_id else f"embed:{thread_id}"
