"""A batch is kept for good, as the decisions in it are: the database refuses to change or delete one, whoever asks."""

from django.db import migrations

TABLE = "moderation_batch"
WORDS = "A batch is never changed; undo it instead."


def add_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for verb in ("UPDATE", "DELETE"):
        name = f"{TABLE}_no_{verb.lower()}"
        if vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
        elif vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} FOR EACH ROW EXECUTE FUNCTION moderation_refuse()"
            )


def drop_triggers(apps, schema_editor):
    on_table = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("moderation", "0009_batches"), ("moderation", "0002_append_only")]

    operations = [migrations.RunPython(add_triggers, drop_triggers)]
