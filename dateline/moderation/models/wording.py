"""What a list of words or domains said when, and when which of its versions was in force; kept for good."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dateline.discussion.models import WordList
from dateline.screening import Listing

NOTE = 300


class WordingQuerySet(models.QuerySet["Wording"]):
    """How wordings are asked for."""

    def of_list(self, wordlist: WordList) -> WordingQuerySet:
        """All versions of one list, the latest first."""
        return self.filter(wordlist=wordlist).select_related("moderator").order_by("-number")

    def numbered(self, number: int) -> Wording | None:
        """That version, if there is one."""
        return self.filter(number=number).first()


class Wording(models.Model):
    """One version of a list: its lines, and whether what they find waits or is only marked. Who wrote it, when, why."""

    wordlist = models.ForeignKey(WordList, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveIntegerField()
    text = models.TextField()
    holds = models.BooleanField(default=True)
    entries = models.PositiveIntegerField()
    note = models.CharField(gettext_lazy("note"), max_length=NOTE, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = WordingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("version of a list")
        verbose_name_plural = gettext_lazy("versions of lists")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["wordlist", "number"], name="one_wording_per_version")]

    def __str__(self) -> str:
        return f"{self.wordlist_id}: {self.number}"

    @property
    def listing(self) -> Listing:
        """This version as screening takes it."""
        kind = self.wordlist.listing.kind
        return Listing(self.wordlist_id, self.number, self.wordlist.name, kind, self.text, self.holds)


class SwitchQuerySet(models.QuerySet["Switch"]):
    """How switches are asked for."""

    def of_list(self, wordlist: WordList) -> SwitchQuerySet:
        """Everything that was done with one list, the latest first."""
        related = ("moderator", "undone_by", "undoes", "sweep")
        return self.filter(wordlist=wordlist).select_related(*related).order_by("-id")


class Switch(models.Model):
    """Who put which version into force, when and why; version 0 is none at all. What follows from it is its Sweep."""

    wordlist = models.ForeignKey(WordList, on_delete=models.PROTECT, related_name="switches")
    previous = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    note = models.CharField(gettext_lazy("note"), max_length=NOTE, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = SwitchQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("change of a list")
        verbose_name_plural = gettext_lazy("changes of lists")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.wordlist_id}: {self.previous} > {self.version}"

    @property
    def done(self) -> str:
        """What was done, as a sentence."""
        if not self.version:
            return _("The list was withdrawn.")
        return _("Version %(number)d was switched on.") % {"number": self.version}
