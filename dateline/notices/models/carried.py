"""That a mail carries somebody's words."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q

from dateline.discussion.models import Comment
from dateline.people.models import Outbox

from .recipient import Recipient


class CarriedQuerySet(models.QuerySet["Carried"]):
    """How they are asked for."""

    def in_mail(self, mail: Outbox) -> CarriedQuerySet:
        """What one mail carries."""
        return self.filter(mail=mail)

    def of(self, comments: models.QuerySet[Comment]) -> CarriedQuerySet:
        """Words of any of these comments."""
        return self.filter(comment__in=comments)

    def waiting(self) -> CarriedQuerySet:
        """Those in mails that have not gone yet."""
        return self.filter(mail__in=Outbox.objects.filter(sent_at__isnull=True))

    def outdated(self) -> CarriedQuerySet:
        """Words that not everybody may read any more, or that were changed since the mail was written."""
        as_then = Q(edited_at__isnull=True) | Q(edited_at__lte=OuterRef("mail__created_at"))
        return self.exclude(Exists(Comment.objects.readable().filter(as_then, pk=OuterRef("comment"))))

    def mails(self) -> list[int]:
        """The numbers of the mails, each once."""
        return list(self.order_by("mail").values_list("mail", flat=True).distinct())


class Carried(models.Model):
    """A comment in a mail, which may wait for long where a mail server is away. ``as_news``: told to who follows."""

    mail = models.ForeignKey(Outbox, on_delete=models.CASCADE, related_name="+")
    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="+")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    as_news = models.BooleanField()

    objects = CarriedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.mail_id}: {self.comment_id}"
