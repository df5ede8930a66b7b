"""A monthly gift remembers when its giver was asked to move it, so that nobody is asked twice."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("funding", "0014_standing_orders")]
    operations = [
        migrations.AddField("recurring", "asked_at", models.DateTimeField("asked to move", null=True, blank=True))
    ]
