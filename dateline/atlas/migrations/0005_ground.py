"""Maps that were drawn before keep just what is on them; new ones get the ground from our atlas."""

from django.db import migrations, models


def grant(apps, schema_editor):
    """Editors decide about borders; permissions are otherwise made only after all migrations."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="atlas", model="mapsettings"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="change_mapsettings", defaults={"name": "Can change map settings"}
    )
    editors, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Editor")
    editors.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("atlas", "0004_who_may_write_down_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="MapSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "disputed",
                    models.CharField(
                        choices=[
                            ("both", "Dashed, as they are held and as they are claimed"),
                            ("held", "Dashed, only as they are held"),
                            ("none", "Not at all"),
                        ],
                        default="both",
                        help_text="On maps whose land and borders we draw. To draw one of them otherwise, choose “not at all” and add your own border to the map.",
                        max_length=8,
                        verbose_name="disputed borders",
                    ),
                ),
            ],
            options={
                "verbose_name": "map settings",
            },
        ),
        migrations.AddField(
            model_name="drawnmap",
            name="ground",
            field=models.BooleanField(
                default=False,
                help_text="Land, water, borders, rivers and towns from our own atlas, below the features of the map.",
                verbose_name="draw the ground",
            ),
        ),
        migrations.AlterField(
            model_name="drawnmap",
            name="ground",
            field=models.BooleanField(
                default=True,
                help_text="Land, water, borders, rivers and towns from our own atlas, below the features of the map.",
                verbose_name="draw the ground",
            ),
        ),
        migrations.AlterField(
            model_name="drawnmap",
            name="east",
            field=models.FloatField(
                blank=True,
                help_text="Longitude of the right edge. Less than west when the map crosses the 180th meridian.",
                null=True,
                verbose_name="east",
            ),
        ),
        migrations.AlterField(
            model_name="drawnmap",
            name="north",
            field=models.FloatField(
                blank=True, help_text="Latitude of the upper edge.", null=True, verbose_name="north"
            ),
        ),
        migrations.AlterField(
            model_name="drawnmap",
            name="south",
            field=models.FloatField(
                blank=True, help_text="Latitude of the lower edge, from -90 to 90.", null=True, verbose_name="south"
            ),
        ),
        migrations.AlterField(
            model_name="drawnmap",
            name="west",
            field=models.FloatField(
                blank=True, help_text="Longitude of the left edge, from -180 to 180.", null=True, verbose_name="west"
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop, elidable=False),
    ]
