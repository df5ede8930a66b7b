"""Appeals and their answers are kept for good: the database refuses to change or delete one, whoever asks.

One change is let through: an appeal's words may be forgotten, when their author has their own data erased.
"""

from django.db import migrations

TABLES = {
    "moderation_appeal": "An appeal is never changed; answer it.",
    "moderation_answer": "An answer is never changed; decide anew instead.",
}
FORGETS = "NEW.words = '' AND " + " AND ".join(
    f"NEW.{column} {{same}} OLD.{column}" for column in ("id", "decision_id", "measure_id", "comment_id", "at")
)


def _when(table, verb, same):
    is_forgetting = (table, verb) == ("moderation_appeal", "UPDATE")
    return f"WHEN (NOT ({FORGETS.format(same=same)}))" if is_forgetting else ""


def add_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table, words in TABLES.items():
        for verb in ("UPDATE", "DELETE"):
            head = f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
            if vendor == "sqlite":
                schema_editor.execute(f"{head} {_when(table, verb, 'IS')} BEGIN SELECT RAISE(ABORT, '{words}'); END")
            elif vendor == "postgresql":
                when = _when(table, verb, "IS NOT DISTINCT FROM")
                schema_editor.execute(f"{head} FOR EACH ROW {when} EXECUTE FUNCTION moderation_refuse()")


def drop_triggers(apps, schema_editor):
    for table in TABLES:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("moderation", "0007_appeals"), ("moderation", "0002_append_only")]

    operations = [migrations.RunPython(add_triggers, drop_triggers)]
