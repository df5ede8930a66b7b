"""The newsroom's own words and domains, as they are in force, and what they found."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.screening import Kind, Listing

from .comment import Comment


class ListKind(models.TextChoices):
    """What the lines of a list are."""

    WORDS = "words", _("words and phrases")
    DOMAINS = "domains", _("domains of links")


class WordListQuerySet(models.QuerySet["WordList"]):
    """How lists are asked for."""

    def in_force(self) -> WordListQuerySet:
        """Those that every comment is held against."""
        return self.filter(in_force=True)

    def by_name(self) -> WordListQuerySet:
        """Those in force first."""
        return self.order_by("-in_force", "name", "id")


class WordList(models.Model):
    """What is in force of one list. Who wrote it, switched it on and why, and what it said before, is moderation's.

    ``digest`` is of all that screening reads, so that a process sees by a few bytes whether what it keeps is right.
    """

    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("lines are"), max_length=8, choices=ListKind.choices, default=ListKind.WORDS)
    in_force = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    holds = models.BooleanField(default=True)
    digest = models.CharField(max_length=32, blank=True)
    text = models.TextField(blank=True)  # last, so that nobody who asks for what stands before it reads it

    objects = WordListQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("list")
        verbose_name_plural = _("lists")

    def __str__(self) -> str:
        return self.name

    def say(self, *, version: int, text: str, holds: bool) -> None:
        """Take a version over, and bring the digest in line."""
        self.version, self.text, self.holds = version, text, holds
        said = "\0".join((self.name, self.kind, str(holds), text))
        self.digest = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @property
    def listing(self) -> Listing:
        """The list as screening takes it."""
        kind: Kind = "domains" if self.kind == ListKind.DOMAINS else "words"
        return Listing(self.pk, self.version, self.name, kind, self.text, self.holds)


class CatchQuerySet(models.QuerySet["Catch"]):
    """How catches are asked for."""

    def of_list(self, number: int) -> CatchQuerySet:
        """What one list has found."""
        return self.filter(wordlist=number)

    def still_held(self) -> CatchQuerySet:
        """Where the comment waits for a moderator."""
        return self.filter(comment__status="held")

    def newest_first(self) -> CatchQuerySet:
        """With the comments, the latest catch on top."""
        return self.select_related("comment__thread__page").order_by("-pk")

    def numbers_by_list(self, numbers: Collection[int]) -> dict[int, int]:
        """How many comments each of these lists has found."""
        rows = self.filter(wordlist__in=numbers).values_list("wordlist").annotate(number=models.Count("pk"))
        return dict(rows.order_by())


class Catch(models.Model):
    """A list found something in a comment when it was screened; what, stands in the verdict."""

    wordlist = models.ForeignKey(WordList, on_delete=models.PROTECT, related_name="catches", db_index=False)
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="catches")

    objects = CatchQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("catch")
        verbose_name_plural = _("catches")
        constraints = [models.UniqueConstraint(fields=["wordlist", "comment"], name="caught_once_by_a_list")]

    def __str__(self) -> str:
        return f"{self.wordlist_id}: {self.comment_id}"
