"""Nobody is told of what happened before there was anybody to tell; and editors keep the newsroom's own programs."""

from django.db import migrations
from django.db.models import Max

SOURCES = {
    "comments": ("discussion", "Comment"),
    "standings": ("discussion", "Standing"),
    "reports": ("discussion", "Flag"),
    "decisions": ("moderation", "Decision"),
    "appeals": ("moderation", "Appeal"),
    "answers": ("moderation", "Answer"),
}
VERBS = ("view", "add", "change", "delete")


def begin_now(apps, schema_editor):
    readings = apps.get_model("notices", "Reading").objects
    for source, (room, model) in SOURCES.items():
        newest = apps.get_model(room, model).objects.aggregate(newest=Max("pk"))["newest"] or 0
        readings.create(source=source, until=newest, newest=newest)


def let_editors_keep_hooks(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="notices", model="hook")
    editors, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Editor")
    for verb in VERBS:
        right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_hook", defaults={"name": f"Can {verb} webhook"}
        )
        editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_notices"),
        ("discussion", "0011_standings"),
        ("moderation", "0010_batches_append_only"),
        ("people", "0003_roles"),
    ]

    operations = [
        migrations.RunPython(begin_now, migrations.RunPython.noop),
        migrations.RunPython(let_editors_keep_hooks, migrations.RunPython.noop),
    ]
