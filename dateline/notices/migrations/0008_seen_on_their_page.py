"""What is new in a followed discussion stands on one's own page, until one has looked."""

from django.db import migrations, models
from django.db.models import F


def looked(apps, _editor):
    apps.get_model("notices", "Follow").objects.update(seen=F("until"))


class Migration(migrations.Migration):
    dependencies = [("notices", "0007_carried")]

    operations = [
        migrations.AddField(model_name="follow", name="seen", field=models.PositiveBigIntegerField(default=0)),
        migrations.RunPython(looked, migrations.RunPython.noop),
    ]
