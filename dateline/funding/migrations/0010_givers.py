"""What people decided about givers' words that waited."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def let_them_find_supporters(apps, schema_editor):
    """The treasurer finds a supporter to print the statement of a year. Permissions are made after all migrations."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="funding", model="supporter"
    )
    right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="view_supporter", defaults={"name": "Can view supporter"}
    )
    treasurer, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Treasurer")
    treasurer.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("funding", "0009_ways"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lets_through", models.BooleanField(verbose_name="let through")),
                ("at", models.DateTimeField(verbose_name="decided")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "intent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="funding.giftintent",
                        verbose_name="words",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "verbose_name": "look at words",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)), fields=("intent",), name="funding_one_look_stands"
                    )
                ],
            },
        ),
        migrations.RunPython(let_them_find_supporters, migrations.RunPython.noop),
    ]
