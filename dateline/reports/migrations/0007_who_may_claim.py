"""Reporters see claims and sources; editors change them. Claims are made at a report's desk, not in the list."""

import django.utils.timezone
from django.db import migrations, models

EDITOR = {"source": ("add", "change", "view"), "claim": ("change", "view")}
REPORTER = {"source": ("view",), "claim": ("view",)}


def grant(apps, schema_editor):
    group, kinds, permissions = (
        apps.get_model(app, name)
        for app, name in (("auth", "Group"), ("contenttypes", "ContentType"), ("auth", "Permission"))
    )
    for role, models_of in (("Editor", EDITOR), ("Reporter", REPORTER)):
        held, _new = group.objects.get_or_create(name=role)
        for model, actions in models_of.items():
            kind, _new = kinds.objects.get_or_create(app_label="reports", model=model)
            for action in actions:
                found, _new = permissions.objects.get_or_create(
                    content_type=kind, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
                )
                held.permissions.add(found)


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_claims")]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="made_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
