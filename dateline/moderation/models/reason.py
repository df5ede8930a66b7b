"""Reasons that moderators give the authors of comments, written once and chosen at the desk."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

LABEL = 40  # characters; what a decision keeps


class Reason(NamedTuple):
    """``label`` is what moderators choose and statistics count, ``words`` are what the author reads.

    ``teaches`` is what the machine learns from it.
    """

    label: str
    words: str
    teaches: str = ""


class Teaches(models.TextChoices):
    """What a refusal for a reason is an example of."""

    NOTHING = "", gettext_lazy("nothing")
    ABUSE = "abuse", gettext_lazy("insults and attacks")
    SPAM = "spam", gettext_lazy("advertising and fraud")


class CannedReason(models.Model):
    """One reason of the newsroom's own. Decisions keep its words as they were, so it may be changed and deleted."""

    label = models.CharField(
        gettext_lazy("name"),
        max_length=LABEL,
        unique=True,
        help_text=gettext_lazy("Short: moderators choose by it, and decisions are counted by it."),
    )
    words = models.CharField(
        gettext_lazy("what the author reads"),
        max_length=300,
        help_text=gettext_lazy("One or two plain sentences about the comment, not about the person."),
    )
    teaches = models.CharField(
        gettext_lazy("the machine learns from it what is"),
        max_length=5,
        choices=Teaches.choices,
        default="",
        blank=True,
        help_text=gettext_lazy("Comments that are refused for this reason are examples of that."),
    )
    place = models.PositiveSmallIntegerField(
        gettext_lazy("place"), default=10, help_text=gettext_lazy("The smallest stands first.")
    )

    class Meta:
        verbose_name = gettext_lazy("reason for authors")
        verbose_name_plural = gettext_lazy("reasons for authors")
        ordering = ["place", "label"]

    def __str__(self) -> str:
        return self.label


def usual_reasons() -> list[Reason]:
    """Return those that every newsroom needs, in the language that is active."""
    return [
        Reason(_("Insults somebody"), _("It insults somebody. You can say the same without that."), "abuse"),
        Reason(_("Off the topic"), _("It is about something else than the report.")),
        Reason(_("Advertising"), _("It advertises something."), "spam"),
        Reason(_("Private data of a person"), _("It gives away something private about a person.")),
        Reason(
            _("False, said as a fact"),
            _("It says as a fact what is known to be false. You can say that you believe it, or name a source."),
        ),
        Reason(_("Said before"), _("It says again what stands in this discussion already.")),
    ]


def reasons() -> list[Reason]:
    """Return the newsroom's own reasons in their order; the usual ones as long as there are none."""
    own = [Reason(*row) for row in CannedReason.objects.values_list("label", "words", "teaches")]
    return own or usual_reasons()


def lessons_of_reasons() -> dict[str, str]:
    """Return what each reason teaches, by its label as decisions keep it: in whatever language it was chosen."""
    found: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {reason.label: reason.teaches for reason in usual_reasons()}
    return found | dict(CannedReason.objects.values_list("label", "teaches"))


def told_to_author(label: str, more: str) -> dict[str, str]:
    """Return the ``reason`` that is called ``label`` now, and what the author is ``told``: its words, and ``more``."""
    chosen = (
        next((reason for reason in reasons() if reason.label == label), Reason("", "")) if label else Reason("", "")
    )
    return {"reason": chosen.label, "told": " ".join(filter(None, [chosen.words, more]))}
