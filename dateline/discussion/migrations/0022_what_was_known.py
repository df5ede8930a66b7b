from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns that may be empty: neither database reads or writes a row for that, nor makes the table anew."""

    dependencies = [
        ("discussion", "0021_learned"),
    ]

    operations = [
        migrations.AddField(
            model_name="verdict",
            name="accepted",
            field=models.SmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="verdict",
            name="seconds",
            field=models.SmallIntegerField(editable=False, null=True),
        ),
    ]
