"""How far one may read depends on who was writing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0004_calls_of_comments")]

    operations = [
        migrations.AddField(model_name="reading", name="waits_for", field=models.TextField(blank=True)),
    ]
