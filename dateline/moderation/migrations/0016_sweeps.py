"""What a switch of a list lets go is done in portions, each a batch; their sweep says how far that has come."""

import django.db.models.deletion
from django.db import migrations, models

TABLES = {
    "moderation_batch": "A batch is never changed; undo it instead.",
    "moderation_switch": "A change of a list is never changed; undo it instead.",
}


def add_triggers(apps, schema_editor):
    """As in 0010 and 0013; on SQLite they went with the tables, which are made anew where a column goes."""
    drop_triggers(apps, schema_editor)
    for table, words in TABLES.items():
        for verb in ("UPDATE", "DELETE"):
            begin = f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"{begin} BEGIN SELECT RAISE(ABORT, '{words}'); END")
            else:
                schema_editor.execute(f"{begin} FOR EACH ROW EXECUTE FUNCTION moderation_refuse()")


def drop_triggers(apps, schema_editor):
    for table in TABLES:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on_table}")


def to_sweeps(apps, schema_editor):
    """What was released at once is a sweep of one portion that has ended."""
    drop_triggers(apps, schema_editor)
    batches = apps.get_model("moderation", "Batch").objects
    sweeps = apps.get_model("moderation", "Sweep").objects
    for switch in apps.get_model("moderation", "Switch").objects.select_related("undoes").order_by("id"):
        before = switch.undoes.released_id if switch.undoes else None
        held = batches.filter(undoes=before, at=switch.at).first() if before else None
        released = batches.filter(pk=switch.released_id).first()
        looked = {"released": released.number if released else 0, "held": held.number if held else 0}
        todo = sum(looked.values())
        sweep = sweeps.create(switch=switch, todo=todo, looked=todo, moved_at=switch.at, ended_at=switch.at, **looked)
        batches.filter(pk__in=[each.pk for each in (released, held) if each]).update(sweep=sweep)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table is altered while its rows wait to be checked


class Migration(migrations.Migration):
    dependencies = [("discussion", "0016_modes_are_policies"), ("moderation", "0015_policy_changes")]

    operations = [
        migrations.CreateModel(
            name="Sweep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("undone", models.JSONField(default=list)),
                ("todo", models.PositiveIntegerField(default=0)),
                ("looked", models.PositiveIntegerField(default=0)),
                ("position", models.PositiveBigIntegerField(default=0)),
                ("held_up_to", models.PositiveBigIntegerField(default=0)),
                ("released", models.PositiveIntegerField(default=0)),
                ("held", models.PositiveIntegerField(default=0)),
                ("moved_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "switch",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sweep", to="moderation.switch"
                    ),
                ),
            ],
            options={
                "verbose_name": "sweep",
                "verbose_name_plural": "sweeps",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)), fields=["moved_at"], name="sweep_under_way"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="batch",
            name="sweep",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="moderation.sweep",
            ),
        ),
        migrations.RunPython(to_sweeps, add_triggers),
        migrations.RemoveField(model_name="switch", name="released"),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
