"""A program of the newsroom's own that is told by a webhook."""

from __future__ import annotations

import base64
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

PREFIX = "whsec_"  # Standard Webhooks: what a secret begins with


class Event(models.TextChoices):
    """What a program may be told of."""

    PUBLISHED = "comment.published", _("A comment is published")
    HELD = "comment.held", _("A comment waits for a moderator")
    DECIDED = "comment.decided", _("A moderator has decided about a comment")
    REPORTED = "comment.reported", _("A reader reports a comment")
    APPEALED = "appeal.made", _("An author appeals")
    ANSWERED = "appeal.answered", _("An appeal is answered")
    TEST = "test", _("A test")


CHOSEN = [(event.value, event.label) for event in Event if event is not Event.TEST]


def new_secret() -> str:
    """Return a secret for a hook: 32 random bytes, written as Standard Webhooks has it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


class HookQuerySet(models.QuerySet["Hook"]):
    """How hooks are asked for."""

    def on(self) -> HookQuerySet:
        """Those that are told at present."""
        return self.filter(is_on=True).order_by("pk")


class Hook(models.Model):
    """Where it listens, what it is told of, and the secret that it knows us by."""

    name = models.CharField(_("name"), max_length=60, help_text=_("So that you know it again."))
    url = models.URLField(_("address"), max_length=300, help_text=_("Where your program listens: https://…"))
    events = models.JSONField(_("what it is told of"), default=list)
    secret = models.CharField(_("secret"), max_length=80, default=new_secret, editable=False)
    is_on = models.BooleanField(_("is told"), default=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    objects = HookQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return self.name

    def wants(self, event: str) -> bool:
        """Whether it is told of ``event``."""
        return event in self.events or event == Event.TEST
