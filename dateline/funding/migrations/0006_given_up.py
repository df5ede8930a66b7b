"""Mails that were given up before they moved are not tried again because the outbox tries more often than the old one."""

from django.db import migrations
from django.db.models import F

OLD_TRIES, TRIES = 10, 16


def give_up(apps, schema_editor):
    """Of a mail that was tried here the next try is later than its writing; 0005 made the two equal."""
    mails = apps.get_model("people", "Outbox").objects.filter(sent_at=None, due_at=F("created_at"))
    mails.filter(attempts__gte=OLD_TRIES, attempts__lt=TRIES).update(attempts=TRIES)


class Migration(migrations.Migration):
    dependencies = [("funding", "0005_mails_have_moved"), ("people", "0011_outbox")]

    operations = [migrations.RunPython(give_up, migrations.RunPython.noop)]
