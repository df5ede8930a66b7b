"""What a list said, and when it was in force, is kept for good: the database refuses to change or delete it."""

from django.db import migrations

TABLES = {
    "moderation_wording": "A version of a list is never changed; write the next one.",
    "moderation_switch": "A change of a list is never changed; undo it instead.",
}


def add_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table, words in TABLES.items():
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            if vendor == "sqlite":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{words}'); END"
                )
            elif vendor == "postgresql":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION moderation_refuse()"
                )


def drop_triggers(apps, schema_editor):
    for table in TABLES:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("moderation", "0012_lists"), ("moderation", "0002_append_only")]

    operations = [migrations.RunPython(add_triggers, drop_triggers)]
