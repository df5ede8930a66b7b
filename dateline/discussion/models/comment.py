"""What somebody said, and where in the thread."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from dateline.lib.skeleton import skeleton

from ..paths import LONGEST, ancestors_in
from .thread import Thread

OWN_WORDS = ["status", "author_name", "account", "by_staff", "device", "text", "open_flags", "urgency"]
OWN_WORDS += ["doubted_at", "created_at", "edited_at", "source_key"]
PARENTS_WORDS = ["parent__author_name", "parent__text", "parent__status"]
PLACE = ["thread__title", "thread__url", "thread__page__title", "thread__page__url_path", "thread__page__locale"]
NAME = 80  # characters; as long as an account's


class Status(models.TextChoices):
    """Only ``published`` is ever printed for others."""

    PUBLISHED = "published", _("Published")
    HELD = "held", _("Waiting for a moderator")
    REJECTED = "rejected", _("Not published")
    SPAM = "spam", _("Spam")
    DELETED = "deleted", _("Deleted by its author")


REPORTABLE = {Status.PUBLISHED, Status.DELETED}


def writer_key(account_id: int | None, device: str) -> str:
    """Return what an account, or else a device, is called where people are told apart; empty for nobody known."""
    if account_id is not None:
        return f"account:{account_id}"
    return f"device:{device}" if device else ""


class Badge(models.TextChoices):
    """What stands beside the name besides “Newsroom”, as it was when written."""

    NONE = "", ""
    AUTHOR = "author", _("Author of this report")
    SUPPORTER = "supporter", _("Supporter")


class CommentQuerySet(models.QuerySet["Comment"]):
    """How comments are asked for."""

    def published(self) -> CommentQuerySet:
        """What others may read."""
        return self.filter(status=Status.PUBLISHED)

    def in_thread(self, thread: Thread) -> CommentQuerySet:
        """All of one thread."""
        return self.filter(thread=thread)

    def readable(self) -> CommentQuerySet:
        """Published below a page that everybody may read, or at an address elsewhere; gone with a page that is gone."""
        return self.published().filter(Q(thread__page__in=Page.objects.live().public()) | ~Q(thread__url=""))

    def elsewhere(self) -> CommentQuerySet:
        """Those below pages of other sites."""
        return self.filter(thread__place__isnull=False)

    def shown(self) -> CommentQuerySet:
        """What stands in the thread: published words, and empty places that hold up published replies."""
        return self.filter(shown__in=[True])  # "shown IN (1)" is looked up in an index, the bare "shown" is not

    def without_words(self) -> CommentQuerySet:
        """As rows to be counted: a long thread's words need not be read for that."""
        return self.defer("text", "html", "parent__text", "parent__html")

    def for_the_desk(self) -> CommentQuerySet:
        """With what a moderator sees of each: its words, what it answers, where it stands, reports and verdicts."""
        rows = self.select_related("thread__page", "parent").only(*OWN_WORDS, *PARENTS_WORDS, *PLACE)
        return rows.prefetch_related("verdicts", "flags")

    def roots(self) -> CommentQuerySet:
        """Comments on the page itself."""
        return self.filter(parent__isnull=True)

    def in_thread_order(self) -> CommentQuerySet:
        """Each comment before its replies, oldest first."""
        return self.order_by("path")

    def newest_first(self) -> CommentQuerySet:
        """By the time of writing, which archives bring along; the id decides between equal ones."""
        return self.order_by("-created_at", "-id")

    def oldest_first(self) -> CommentQuerySet:
        """The other way round."""
        return self.order_by("created_at", "id")

    def best_first(self) -> CommentQuerySet:
        """By Wilson's lower bound, see ``dateline.discussion.score``."""
        return self.order_by("-score", "-id")

    def most_answered_first(self) -> CommentQuerySet:
        """By how much hangs from each."""
        return self.order_by("-descendant_count", "-id")

    def less_answered_than(self, number_of_replies: int, number: int) -> CommentQuerySet:
        """After that place in most-answered-first order."""
        fewer = Q(descendant_count__lt=number_of_replies)
        return self.filter(fewer | Q(descendant_count=number_of_replies, id__lt=number))

    def by_standing(self) -> dict[str, int]:
        """How many there are of each status."""
        return dict(self.order_by().values_list("status").annotate(models.Count("pk")))

    def below_number(self, number: int | None) -> CommentQuerySet:
        """After that one of them in newest-first order; all of them without a number, none where it is not theirs."""
        if number is None:
            return self
        place = self.filter(pk=number).values_list("created_at", "id").first()
        return self.before(*place) if place else self.none()

    def before(self, moment: datetime, number: int) -> CommentQuerySet:
        """After that place in newest-first order."""
        return self.filter(Q(created_at__lt=moment) | Q(created_at=moment, id__lt=number))

    def after(self, moment: datetime, number: int) -> CommentQuerySet:
        """After that place in oldest-first order."""
        return self.filter(Q(created_at__gt=moment) | Q(created_at=moment, id__gt=number))

    def worse_than(self, score: float, number: int) -> CommentQuerySet:
        """After that place in best-first order."""
        return self.filter(Q(score__lt=score) | Q(score=score, id__lt=number))

    def beyond(self, path: str) -> CommentQuerySet:
        """After ``path`` in thread order."""
        return self.filter(path__gt=path)

    def below(self, comment: Comment) -> CommentQuerySet:
        """The branch that hangs from ``comment``, without it."""
        return self.filter(thread=comment.thread_id, path__gt=comment.path, path__lt=comment.path + "~")

    def above(self, comment: Comment) -> CommentQuerySet:
        """The comments that ``comment`` answers, root first."""
        return self.filter(id__in=ancestors_in(comment.path)).order_by("depth")

    def by_author(self, account_id: int | None, device: str) -> CommentQuerySet:
        """Comments of one account, or else of one device."""
        if account_id is not None:
            return self.filter(account_id=account_id)
        return self.filter(device=device, account__isnull=True) if device else self.none()

    def by_writer(self, whose: str) -> CommentQuerySet:
        """The same by ``Writer.key``; none for a stranger."""
        kind, _colon, value = whose.partition(":")
        return self.by_author(int(value) if kind == "account" else None, value)

    def by_authors(self, accounts: set[int], devices: set[str]) -> CommentQuerySet:
        """Everything by any of these accounts, or of these devices while nobody was signed in."""
        return self.filter(Q(account_id__in=accounts) | Q(device__in=devices, account__isnull=True))

    def with_badge(self, badge: Badge) -> CommentQuerySet:
        """Those beside which it stands."""
        return self.filter(badge=badge)

    def by_keys(self, authors: Collection[str]) -> CommentQuerySet:
        """What authors with these keys may have written: of those without account and device, whatever they signed."""
        accounts = {int(key.removeprefix("account:")) for key in authors if key.startswith("account:")}
        devices = {key.split(":")[1] for key in authors if key.startswith("device:")}
        named = Q(account__isnull=True, device="") if any(key.startswith("name:") for key in authors) else Q(pk=None)
        return self.filter(Q(account_id__in=accounts) | Q(device__in=devices, account__isnull=True) | named)

    def with_id(self, number: int) -> CommentQuerySet:
        """That one, if it is among them."""
        return self.filter(pk=number)

    def numbered(self, after: int, until: int) -> CommentQuerySet:
        """Those whose ids lie beyond ``after``, up to ``until``."""
        return self.filter(pk__gt=after, pk__lte=until)

    def by_guests(self) -> CommentQuerySet:
        """Those that nobody wrote under an account, archives left out."""
        return self.filter(account__isnull=True, by_staff=False, source_key="").exclude(device="")

    def by_readers(self) -> CommentQuerySet:
        """Those of people who did not work here when they wrote."""
        return self.filter(by_staff=False)

    def with_ids(self, numbers: Collection[int] | models.QuerySet[Any, Any]) -> CommentQuerySet:
        """Those of these that are among them."""
        return self.filter(pk__in=numbers)

    def besides(self, comment: Comment) -> CommentQuerySet:
        """All but that one."""
        return self.exclude(pk=comment.pk)

    def from_origin(self, origin: str) -> CommentQuerySet:
        """Comments sent from one network address; none when it is not known."""
        return self.filter(origin=origin) if origin else self.none()

    def since(self, moment: datetime) -> CommentQuerySet:
        """Written at or after ``moment``."""
        return self.filter(created_at__gte=moment)

    def written_between(self, start: datetime, end: datetime) -> CommentQuerySet:
        """From ``start`` on and before ``end``, in whatever standing: named one by one, so that an index finds them."""
        return self.filter(status__in=Status.values, created_at__gte=start, created_at__lt=end)

    def written_here(self) -> CommentQuerySet:
        """Without those that came from an archive."""
        return self.filter(source_key="")

    def from_archive(self, source_key: str) -> Comment | None:
        """The one that its archive calls so, or None."""
        return self.filter(source_key=source_key).first()

    def contacts_expired(self, now: datetime) -> CommentQuerySet:
        """Those whose mail and address have been kept long enough."""
        return self.filter(contact_expires_at__isnull=False, contact_expires_at__lte=now)

    def withdrawn(self) -> CommentQuerySet:
        """Deleted by their authors, or erased for them."""
        return self.filter(Q(status=Status.DELETED) | Q(text=""))

    def with_words(self) -> CommentQuerySet:
        """Those whose words are not forgotten."""
        return self.exclude(text="")

    def reported(self) -> CommentQuerySet:
        """Those that anybody has ever reported."""
        return self.filter(flags__isnull=False).distinct()

    def held(self) -> CommentQuerySet:
        """Those that wait for a moderator before anybody may read them."""
        return self.filter(status=Status.HELD)

    def flagged(self) -> CommentQuerySet:
        """Those with reports that nobody has settled."""
        return self.filter(open_flags__gt=0)

    def waiting(self) -> CommentQuerySet:
        """What a moderator should look at; see ``Comment.waits``."""
        return self.filter(urgency__isnull=False)

    def most_urgent_first(self) -> CommentQuerySet:
        """In the order of ``dateline.discussion.urgency``; of equals the older one."""
        return self.order_by("-urgency", "id")

    def less_urgent_than(self, urgency: int, number: int) -> CommentQuerySet:
        """After that place in this order; without an OR, so that an index is followed to it."""
        return self.filter(urgency__lte=urgency).exclude(urgency=urgency, id__lte=number)


class Comment(models.Model):
    """Hidden when it must be, its row never deleted; ``html`` is made once, when the words are written."""

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="comments", db_index=False)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replies", db_index=False)
    root = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    depth = models.PositiveSmallIntegerField(default=0)
    path = models.CharField(max_length=LONGEST, default="")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.HELD)
    shown = models.BooleanField(default=False)  # kept with the counters; see actions.standing

    author_name = models.CharField(_("name"), max_length=NAME)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    by_staff = models.BooleanField(default=False)  # as it was when written
    badge = models.CharField(max_length=9, choices=Badge.choices, blank=True)
    device = models.CharField(max_length=64, blank=True)
    mail = models.EmailField(_("mail"), blank=True)
    origin = models.CharField(max_length=32, blank=True)
    contact_expires_at = models.DateTimeField(null=True)
    source_key = models.CharField(max_length=200, blank=True)

    text = models.TextField(_("comment"))
    html = models.TextField()
    reply_count = models.PositiveIntegerField(default=0)
    descendant_count = models.PositiveIntegerField(default=0)
    up = models.PositiveIntegerField(default=0)
    down = models.PositiveIntegerField(default=0)
    score = models.FloatField(default=0.0)
    open_flags = models.PositiveSmallIntegerField(default=0)
    doubted_at = models.DateTimeField(null=True, editable=False)  # published, but screening asks for a look at it
    urgency = models.BigIntegerField(null=True, editable=False)  # set while it waits; see dateline.discussion.urgency
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(fields=["thread", "shown", "path"], name="comment_shown"),
            models.Index(
                fields=["thread", "shown", "-score", "-id"], name="comment_best_roots", condition=Q(parent__isnull=True)
            ),
            models.Index(
                fields=["thread", "shown", "-descendant_count", "-id"],
                name="comment_most_answered",
                condition=Q(parent__isnull=True),
            ),
            models.Index(
                fields=["thread", "shown", "created_at", "id"],
                name="comment_roots_in_time",
                condition=Q(parent__isnull=True),
            ),
            # Without the roots: a planner that counts them among few answers would read those of all threads by it.
            models.Index(fields=["parent"], name="comment_answers", condition=Q(parent__isnull=False)),
            models.Index(fields=["status", "created_at"], name="comment_waiting"),
            models.Index(fields=["root", "shown", "path"], name="comment_in_branch"),
            # Who has written lately, and what: the newest first, however much there is.
            models.Index(fields=["device", "created_at", "id"], name="comment_by_device"),
            models.Index(
                fields=["account", "created_at", "id"],
                name="comment_by_account",
                condition=models.Q(account__isnull=False),
            ),
            models.Index(fields=["origin", "created_at"], name="comment_from_place"),
            models.Index(
                fields=["contact_expires_at"], name="comment_contact", condition=Q(contact_expires_at__isnull=False)
            ),
            models.Index(fields=["account"], name="comment_of_supporter", condition=Q(badge="supporter")),
            models.Index(fields=["open_flags"], name="comment_flagged", condition=Q(open_flags__gt=0)),
            models.Index(fields=["-urgency", "id"], name="comment_urgent", condition=Q(urgency__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "source_key"], name="comment_imported_once", condition=~Q(source_key="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.text[:40]}"

    def get_absolute_url(self) -> str:
        """The permalink: this comment with what it answers and what answers it."""
        return reverse("discussion:comment", args=[self.pk])

    @property
    def anchor(self) -> str:
        """Its place on any page that prints it."""
        return f"c{self.pk}"

    @property
    def author_key(self) -> str:
        """Whom a reader mutes: an account; or a name from one browser, or from an archive.

        Not all of a browser's names: to mute one of them must not tell which others are the same person's.
        """
        whose = writer_key(self.account_id, self.device)
        return whose if self.account_id else f"{whose or 'name'}:{skeleton(self.author_name)}"

    @property
    def is_published(self) -> bool:
        """Whether others may read it."""
        return self.status == Status.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        """Whether its author took it back."""
        return self.status == Status.DELETED

    @property
    def waits(self) -> bool:
        """Whether a moderator should look at it: held, reported by readers, or published though screening doubts it.

        Of what its author has deleted since only what was reported: whoever was insulted waits for somebody to look.
        """
        return self.is_held or self.is_doubted or (self.status in REPORTABLE and self.open_flags > 0)

    @property
    def is_doubted(self) -> bool:
        """Whether others read it though screening doubts it, and nobody has looked at it yet."""
        return self.is_published and self.doubted_at is not None

    @property
    def edit_mark(self) -> str:
        """What tells these words from those before an edit, and after the next; empty where there was none."""
        return self.edited_at.isoformat() if self.edited_at else ""

    @property
    def is_held(self) -> bool:
        """Whether it waits for a moderator."""
        return self.status == Status.HELD
