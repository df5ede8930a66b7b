"""Mails lie with people now: every room may have one to send."""

from django.db import migrations
from django.db.models import F

COLUMNS = [
    "purpose",
    "subject_key",
    "recipient",
    "subject",
    "body",
    "created_at",
    "attempts",
    "sent_at",
    "error",
]


def move(apps, schema_editor):
    """Take along what was sent, too: it is what keeps a receipt from being mailed twice."""
    outbox = apps.get_model("people", "Outbox")
    old = apps.get_model("funding", "Outbox").objects.order_by("pk").values(*COLUMNS, due_at=F("created_at"))
    outbox.objects.bulk_create((outbox(**row) for row in old.iterator(500)), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("funding", "0004_goes_on"), ("people", "0011_outbox")]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="Outbox"),
    ]
