"""A month that fails by itself is told apart from a card that somebody tries."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("funding", "0010_givers")]

    operations = [
        migrations.AddField(
            model_name="inboundevent",
            name="renewal",
            field=models.BooleanField(default=False, verbose_name="a month failed by itself"),
        ),
        migrations.AddIndex(
            model_name="inboundevent",
            index=models.Index(
                condition=models.Q(("renewal", True)),
                fields=["provider", "mode", "received_at"],
                name="funding_event_renewal",
            ),
        ),
    ]
