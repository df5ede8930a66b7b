"""The treasurer opens drives, reads gifts and books, records what came by hand and gives money back."""

from django.db import migrations

RIGHTS = {
    "drive": ("view", "add", "change"),
    "gift": ("view", "add"),
    "posting": ("view",),
}
REFUND = ("gift", "refund_gift", "Can give a gift back")


def let_them_keep_the_books(apps, schema_editor):
    """Permissions are made after all migrations have run; those needed earlier are made here."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    rights = apps.get_model("auth", "Permission").objects
    treasurer, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Treasurer")
    wanted = [(model, f"{verb}_{model}", f"Can {verb} {model}") for model, verbs in RIGHTS.items() for verb in verbs]
    for model, codename, name in [*wanted, REFUND]:
        kind, _ = kinds.get_or_create(app_label="funding", model=model)
        right, _ = rights.get_or_create(content_type=kind, codename=codename, defaults={"name": name})
        treasurer.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("funding", "0002_append_only"), ("people", "0003_roles")]
    operations = [migrations.RunPython(let_them_keep_the_books, migrations.RunPython.noop)]
