"""One discussion, below a page of ours or at an address elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Mode(models.TextChoices):
    """Who may write, and what waits for a moderator."""

    OPEN = "open", _("Open: only what screening doubts waits")
    FIRST = "first", _("First comments of an author wait")
    ALL = "all", _("Every comment waits")
    CLOSED = "closed", _("Closed: readable, nobody writes")


class ThreadQuerySet(models.QuerySet["Thread"]):
    """How threads are asked for."""

    def of_page(self, page: Page) -> ThreadQuerySet:
        """The thread below ``page``, if anybody has written there."""
        return self.filter(page_id=page.pk)

    def adrift(self) -> ThreadQuerySet:
        """Those whose page has been deleted; their comments are kept."""
        return self.filter(page__isnull=True, url="")

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
    url = models.URLField(_("address"), blank=True, help_text=_("For a thread below somebody else's page."))
    mode = models.CharField(
        _("who may write"),
        max_length=8,
        choices=Mode.choices,
        default=Mode.FIRST,
        help_text=_("What waits for a moderator before it is shown."),
    )
    comment_count = models.PositiveIntegerField(_("published comments"), default=0, editable=False)
    created_at = models.DateTimeField(_("first written in"))

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self) -> str:
        return self.page.title if self.page else self.url or f"{self.pk}"

    @property
    def is_closed(self) -> bool:
        """Whether nobody may write any more."""
        return self.mode == Mode.CLOSED
