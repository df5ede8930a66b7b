"""Links in mails that change something end when others take their place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0002_begin_now")]

    operations = [
        migrations.AddField(
            model_name="recipient",
            name="link_seed",
            field=models.CharField(blank=True, max_length=32),
        ),
    ]
