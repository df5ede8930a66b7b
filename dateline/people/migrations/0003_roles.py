"""Reporter, Editor, Moderator and Treasurer.

Wagtail makes two groups of its own, named Editors (they write) and Moderators (they publish), with rights on pages, pictures
and documents. Those names would mislead here, where a moderator deals with readers' comments: the two are renamed, with all
their rights, to Reporter and Editor. The other two begin with the door of the editor and nothing else; each room adds to them.
"""

from django.db import migrations

RENAMED = {"Editors": "Reporter", "Moderators": "Editor"}
ROLES = ("Reporter", "Editor", "Moderator", "Treasurer")


def permission(apps, app_label, model, codename, name):
    """Permissions are made after all migrations have run; one that is needed earlier has to be made here."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    return found


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for theirs, ours in RENAMED.items():
        if not Group.objects.filter(name=ours).exists():
            Group.objects.filter(name=theirs).update(name=ours)
    door = permission(apps, "wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
    for name in ROLES:
        Group.objects.get_or_create(name=name)[0].permissions.add(door)
    Group.objects.get(name="Editor").permissions.add(
        permission(apps, "people", "newsroom", "change_newsroom", "Can change newsroom")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_newsroom"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
