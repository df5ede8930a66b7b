"""The database itself refuses to change or remove what was booked."""

from django.db import migrations

SEALED = ("funding_posting", "funding_leg", "funding_closing")
VERBS = ("UPDATE", "DELETE")

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION funding_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: book a correction instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def seal(apps, schema_editor):
    """Make the triggers, in the words of the database at hand."""
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION, params=None)  # no parameters: a % is PostgreSQL's own
    for table in SEALED:
        for verb in VERBS:
            name = f"{table}_no_{verb.lower()}"
            if vendor == "sqlite":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: book a correction instead'); END"
                )
            elif vendor == "postgresql":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION funding_refuse()"
                )


def unseal(apps, schema_editor):
    """Take the triggers away."""
    vendor = schema_editor.connection.vendor
    for table in SEALED:
        for verb in VERBS:
            on_table = f" ON {table}" if vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}{on_table}")
    if vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS funding_refuse()")


class Migration(migrations.Migration):
    dependencies = [("funding", "0001_ledger")]
    operations = [migrations.RunPython(seal, unseal)]
