"""Threads below pages of other sites, and which sites those may be."""

from django.db import migrations, models

import dateline.discussion.models.embedding


def let_editors_list_sites(apps, schema_editor):
    """Permissions are made after all migrations have run; one that is needed earlier has to be made here."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="discussion", model="embedding"
    )
    right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="change_embedding", defaults={"name": "Can change embedding"}
    )
    apps.get_model("auth", "Group").objects.get_or_create(name="Editor")[0].permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("discussion", "0013_explanations"),
        ("people", "0003_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Embedding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origins",
                    models.TextField(
                        blank=True,
                        help_text="One a line, such as https://blog.example.org. With https://*.example.org all names before example.org may, but example.org itself needs its own line. Nobody else may show our discussions.",
                        validators=[dateline.discussion.models.embedding.readable_origins],
                        verbose_name="sites",
                    ),
                ),
            ],
            options={
                "verbose_name": "embedding",
            },
        ),
        migrations.AddField(
            model_name="thread",
            name="place",
            field=models.CharField(
                blank=True, editable=False, max_length=620, null=True, unique=True, verbose_name="place"
            ),
        ),
        migrations.AddField(
            model_name="thread",
            name="title",
            field=models.CharField(
                blank=True, help_text="As that page calls itself.", max_length=140, verbose_name="title"
            ),
        ),
        migrations.AlterField(
            model_name="thread",
            name="url",
            field=models.URLField(
                blank=True, help_text="For a thread below somebody else's page.", max_length=620, verbose_name="address"
            ),
        ),
        migrations.RunPython(let_editors_list_sites, migrations.RunPython.noop),
    ]
