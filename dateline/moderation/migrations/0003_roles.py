"""Moderators and editors sit at the desk."""

from django.db import migrations


def let_them_decide(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="moderation", model="decision"
    )
    right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="decide", defaults={"name": "Can decide about readers' comments"}
    )
    for name in ("Moderator", "Editor"):
        apps.get_model("auth", "Group").objects.get_or_create(name=name)[0].permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("moderation", "0002_append_only"), ("people", "0003_roles")]

    operations = [migrations.RunPython(let_them_decide, migrations.RunPython.noop)]
