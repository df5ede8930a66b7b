"""What waits has its place in the queue: see dateline.discussion.urgency. Rows that wait already get theirs here."""

from math import log2

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

WAITS = Q(status="held") | Q(status__in=["published", "deleted"], open_flags__gt=0)


def place_what_waits(apps, schema_editor):
    comments = apps.get_model("discussion", "Comment").objects
    verdicts = apps.get_model("discussion", "Verdict").objects
    waiting = comments.filter(WAITS).select_related("thread").only("status", "open_flags", "created_at", "thread")
    for comment in waiting.iterator(1000):
        verdict = verdicts.filter(comment=comment.pk).order_by("-pk").first()
        harm = comment.open_flags + sum(reason.get("weight", 1.0) for reason in (verdict.reasons if verdict else []))
        harm *= 4 if comment.status == "published" else 1
        head_start = 3600 * log2((1 + harm) * (1 + comment.thread.comment_count))
        since = verdict.screened_at if verdict else max(comment.created_at, comment.thread.created_at)
        comments.filter(pk=comment.pk).update(urgency=round(head_start - since.timestamp()))


class Migration(migrations.Migration):
    dependencies = [
        ("discussion", "0011_standings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("comment", "urgency", models.BigIntegerField(editable=False, null=True)),
        migrations.RunPython(place_what_waits, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "comment",
            models.Index(fields=["-urgency", "id"], name="comment_urgent", condition=Q(urgency__isnull=False)),
        ),
    ]
