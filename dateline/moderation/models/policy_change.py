"""One change of who may write, kept for good: the database refuses to change or delete it, by triggers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from dateline.discussion.models import Clauses, Thread


class PolicyChangeQuerySet(models.QuerySet["PolicyChange"]):
    """How changes are asked for."""

    def newest_first(self) -> PolicyChangeQuerySet:
        """By id; times may be shared."""
        return self.order_by("-id")

    def on(self, what: Page | Thread) -> PolicyChangeQuerySet:
        """Everything ever changed on a page itself, or for a discussion on another site."""
        return self.filter(thread_id=what.pk) if isinstance(what, Thread) else self.filter(page_id=what.pk)

    def about(self, clause: str) -> PolicyChangeQuerySet:
        """Those that changed one clause; to leave it empty is, in JSON, null or nothing at all."""
        blank = Value("", output_field=models.TextField())
        was, became = (Coalesce(KeyTextTransform(clause, column), blank) for column in ("before", "after"))
        told = self.annotate(was=was, became=became)
        return told.exclude(was=F("became"))

    def with_all(self) -> PolicyChangeQuerySet:
        """With what a history prints."""
        return self.select_related("page", "thread", "moderator", "undone_by", "undoes")


class PolicyChange(models.Model):
    """Who set what on which page or for which thread elsewhere, when and why; ``undoes`` names what it takes back.

    ``before`` and ``after`` are ``Clauses.as_json``. The page may be gone: ``where`` says what it was called.
    """

    page = models.ForeignKey(Page, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    thread = models.ForeignKey(Thread, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    where = models.CharField(max_length=255)
    before = models.JSONField()
    after = models.JSONField()
    note = models.CharField(_("note"), max_length=300, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = PolicyChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("change of who may write")
        verbose_name_plural = _("changes of who may write")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.where}: {self.at:%Y-%m-%d %H:%M}"

    @property
    def on(self) -> Page | Thread | None:
        """Where it was set; None where that is no more."""
        return self.page or self.thread

    @property
    def is_undone(self) -> bool:
        """Whether a later change took it back."""
        return hasattr(self, "undone_by")

    @property
    def clauses_before(self) -> Clauses:
        """What was set."""
        return Clauses.from_json(self.before)

    @property
    def clauses_after(self) -> Clauses:
        """What was set from then on."""
        return Clauses.from_json(self.after)
