"""What a giver chooses and says: how often, what readers may see, a name and a few words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .supporter import Supporter

BANK = "bank"  # as a provider's name: the giver's own bank pays, and a statement tells us of it


class Frequency(models.TextChoices):
    """How often."""

    ONCE = "once", _("once")
    MONTHLY = "monthly", _("every month")


class Visibility(models.TextChoices):
    """What the supporters' page may show. The name alone hides the amount."""

    PUBLIC = "public", _("my name and the amount")
    NAME = "name", _("my name alone")
    SECRET = "secret", _("nothing")


class State(models.TextChoices):
    """Where an intention stands. There is no way back from paid."""

    OPEN = "open", _("open")
    PAID = "paid", _("paid")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("expired")


class Words(models.Model):
    """What a giver says about a gift; erased on request."""

    visibility = models.CharField(_("shown"), max_length=6, choices=Visibility.choices, default=Visibility.SECRET)
    name = models.CharField(_("name"), max_length=80, blank=True)
    message = models.CharField(_("message"), max_length=280, blank=True)
    dedication = models.CharField(_("dedication"), max_length=140, blank=True)
    withheld = models.BooleanField(
        _("words withheld"), default=False, help_text=_("Readers see the words once a person has let them through.")
    )
    page = models.CharField(_("asked on"), max_length=255, blank=True, help_text=_("The path of the page that asked."))
    supporter = models.ForeignKey(
        Supporter,
        verbose_name=_("supporter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )

    class Meta:
        abstract = True

    def says_the_same(self, other: Words) -> bool:
        """Whether two say the same: what was found and decided about one holds for the other."""
        return (self.name, self.message, self.dedication) == (other.name, other.message, other.dedication)
