"""Reporters and editors may write down places and change them."""

from django.db import migrations

ACTIONS = (("add", "Can add place"), ("change", "Can change place"), ("view", "Can view place"))


def grant(apps, schema_editor):
    """Permissions are otherwise made only after all migrations, so make these three now and hand them out."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="atlas", model="place"
    )
    permissions = [
        apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type, codename=f"{action}_place", defaults={"name": name}
        )[0]
        for action, name in ACTIONS
    ]
    for role in ("Reporter", "Editor"):
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("atlas", "0003_place"),
        ("people", "0003_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]
