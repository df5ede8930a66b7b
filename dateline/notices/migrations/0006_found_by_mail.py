"""Whoever wants no mail is found by an index."""

from django.db import migrations, models

from dateline.delivery.keyed import keyed_hash


def note_hashes(apps, schema_editor):
    recipients = apps.get_model("notices", "Recipient").objects
    for recipient in recipients.filter(account__isnull=True).exclude(mail="").iterator(500):
        mail_hash = keyed_hash("dateline.notices.mail", recipient.mail.strip().lower())
        recipients.filter(pk=recipient.pk).update(mail_hash=mail_hash)


class Migration(migrations.Migration):
    dependencies = [("notices", "0005_who_writes")]

    operations = [
        migrations.AddField(
            model_name="recipient", name="mail_hash", field=models.CharField(blank=True, max_length=64)
        ),
        migrations.AddIndex(model_name="recipient", index=models.Index(fields=["mail_hash"], name="recipient_by_mail")),
        migrations.RunPython(note_hashes, migrations.RunPython.noop),
    ]
