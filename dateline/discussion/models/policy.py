"""Who may write where, and what waits: set on any page of the tree and inherited by what lies below it.

Discussions on other sites inherit from the newsroom's front page, and may have a policy of their own.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .thread import Thread


class Mode(models.TextChoices):
    """Who may write, and what waits for a moderator."""

    OPEN = "open", _("Open: only what screening doubts waits")
    FIRST = "first", _("First comments of an author wait")
    ALL = "all", _("Every comment waits")
    MEMBERS = "members", _("Signed-in readers only; their first comments wait")
    CLOSED = "closed", _("Closed: readable, nobody writes")


class Night(models.TextChoices):
    """When first comments wait even where a discussion is open, unless somebody is on duty."""

    NEVER = "never", _("Never")
    HOURS = "hours", _("Every night, between two hours")
    UNWATCHED = "unwatched", _("Whenever nobody is on duty")


class Clauses(NamedTuple):
    """What is set on one page. What is empty or None is inherited; what is 0 is off for it and all below.

    ``words`` say to readers why a discussion is closed and go with ``mode``, as the two hours go with ``night``.
    ``close_after`` counts days from a page's first publication, ``slow`` seconds between two comments of one writer.
    ``night_until`` holds first comments until somebody is on duty again, until then at the latest. ``held_spam`` and
    ``held_abuse`` say how many clean comments of a thousand the models of screening may hold, and ``own_model`` whether
    what was learned from moderators is among them.
    """

    mode: str = ""
    words: str = ""
    close_after: int | None = None
    slow: int | None = None
    night: str = ""
    night_from: time | None = None
    night_to: time | None = None
    night_until: datetime | None = None
    held_spam: float | None = None
    held_abuse: float | None = None
    own_model: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """The same for a column of JSON."""
        times = {
            name: value.isoformat() if value else None
            for name, value in self._asdict().items()
            if name.startswith("night_")
        }
        return {**self._asdict(), **times}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Clauses:
        """Read what ``as_json`` wrote."""
        hours = {name: time.fromisoformat(said[name]) if said[name] else None for name in ("night_from", "night_to")}
        until = parse_datetime(said["night_until"]) if said["night_until"] else None
        return cls(**{**said, **hours, "night_until": until})


def ancestors_of(path: str) -> list[str]:
    """Return the paths of the pages above a page, root first, its own last: treebeard's steps are of one width."""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


class PolicyQuerySet(models.QuerySet["Policy"]):
    """How policies are asked for."""

    def of_page(self, page: Page) -> PolicyQuerySet:
        """What is set on ``page`` itself, if anything is."""
        return self.filter(page_id=page.pk)

    def of_thread(self, thread: Thread) -> PolicyQuerySet:
        """What is set for a discussion on another site, if anything is."""
        return self.filter(thread_id=thread.pk)

    def elsewhere(self) -> PolicyQuerySet:
        """All that are set for discussions on other sites."""
        return self.filter(thread__isnull=False)

    def upon(self, path: str) -> PolicyQuerySet:
        """What is set on the page at ``path`` and above it, from the root down, with the pages."""
        return self.filter(page__path__in=ancestors_of(path)).select_related("page").order_by("page__path")

    def from_the_root_down(self) -> PolicyQuerySet:
        """All that are set on pages, each after those above it, with their pages."""
        return self.filter(page__isnull=False).select_related("page").order_by("page__path")

    def elsewhere_than(self, page: Page | None) -> PolicyQuerySet:
        """Those set on other pages."""
        return self.exclude(page=page) if page else self

    def with_ids(self, numbers: list[int]) -> PolicyQuerySet:
        """Those of these."""
        return self.filter(pk__in=numbers)

    def closing(self) -> PolicyQuerySet:
        """Those by which discussions close with age."""
        return self.filter(close_after__gt=0)

    def closing_after(self, days: int) -> PolicyQuerySet:
        """Those of them with just that age."""
        return self.filter(close_after=days)

    def held_until_back(self, now: datetime) -> PolicyQuerySet:
        """Those that hold first comments until somebody is on duty again."""
        return self.filter(night_until__gt=now)

    def darkened(self, now: datetime) -> PolicyQuerySet:
        """Those that name nights, or hold first comments until somebody is back."""
        return self.filter(Q(night__in=[Night.HOURS, Night.UNWATCHED]) | Q(night_until__gt=now))


class Policy(models.Model):
    """What is set on one page, or for one discussion on another site. Who set it and why is moderation's to keep.

    ``since`` is when the mode was set. ``told_until`` is up to when the clock has told readers of discussions that
    closed with age.
    """

    page = models.OneToOneField(Page, null=True, on_delete=models.CASCADE, related_name="+")
    thread = models.OneToOneField(Thread, null=True, on_delete=models.CASCADE, related_name="own_policy")
    mode = models.CharField(_("who may write"), max_length=8, choices=Mode.choices, blank=True)
    words = models.CharField(_("reason"), max_length=200, blank=True)
    close_after = models.PositiveSmallIntegerField(_("days until it closes"), null=True)
    slow = models.PositiveSmallIntegerField(_("seconds between two comments"), null=True)
    night = models.CharField(_("night"), max_length=10, choices=Night.choices, blank=True)
    night_from = models.TimeField(_("from"), null=True)
    night_to = models.TimeField(_("until"), null=True)
    night_until = models.DateTimeField(null=True)
    held_spam = models.FloatField(_("clean comments of a thousand held as spam"), null=True)
    held_abuse = models.FloatField(_("clean comments of a thousand held as insults"), null=True)
    own_model = models.BooleanField(_("judged by what was learned here"), null=True)
    since = models.DateTimeField(null=True)
    told_until = models.DateTimeField(null=True)

    objects = PolicyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=True) ^ Q(thread__isnull=True), name="policy_of_a_page_or_a_thread"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page or self.thread}: {self.get_mode_display()}"

    @property
    def clauses(self) -> Clauses:
        """What is set."""
        return Clauses(*(getattr(self, name) for name in Clauses._fields))


class Edition(models.Model):
    """One row: a number that is another one after each change of a policy, or of who is on duty.

    Processes that post keep all policies in memory and read this number along with what they read anyway.
    """

    number = models.BigIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edition of the policies")
        verbose_name_plural = _("editions of the policies")

    def __str__(self) -> str:
        return f"{self.number}"
