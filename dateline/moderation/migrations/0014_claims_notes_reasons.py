"""Who looks at what, what moderators know of whom, and what authors are told.

SQLite makes a table anew to give it a column, and forgets its triggers by that: those of decisions are taken off
before and put back after.
"""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

DECISIONS = import_module("dateline.moderation.migrations.0002_append_only")
TABLE = "moderation_note"
WORDS = "A note is never changed; write another one."
VERBS = ("UPDATE", "DELETE")
ACTIONS = [
    ("approve", "approved"),
    ("reject", "rejected"),
    ("spam", "marked as spam"),
    ("hold", "held"),
    ("note", "looked at"),
    ("unlink", "shortened"),
    ("restore", "taken back"),
    ("release", "released"),
]


def take_triggers_off(apps, schema_editor):
    for verb in VERBS:
        on_table = f" ON {DECISIONS.TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {DECISIONS.TABLE}_no_{verb.lower()}{on_table}")


def put_triggers_back(apps, schema_editor):
    for table, words in ((DECISIONS.TABLE, DECISIONS.WORDS), (TABLE, WORDS)):
        for verb in VERBS:
            how = f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"{how} BEGIN SELECT RAISE(ABORT, '{words}'); END")
            elif schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(f"{how} FOR EACH ROW EXECUTE FUNCTION moderation_refuse()")


def let_them_word_reasons(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="moderation", model="cannedreason"
    )
    for verb in ("add", "change", "delete", "view"):
        right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_cannedreason", defaults={"name": f"Can {verb} reason for authors"}
        )
        for name in ("Moderator", "Editor"):
            apps.get_model("auth", "Group").objects.get_or_create(name=name)[0].permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0013_lists_append_only"),
        ("discussion", "0013_explanations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(take_triggers_off, migrations.RunPython.noop),
        migrations.CreateModel(
            name="CannedReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "label",
                    models.CharField(
                        help_text="Short: moderators choose by it, and decisions are counted by it.",
                        max_length=40,
                        unique=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="One or two plain sentences about the comment, not about the person.",
                        max_length=300,
                        verbose_name="what the author reads",
                    ),
                ),
                (
                    "place",
                    models.PositiveSmallIntegerField(
                        default=10, help_text="The smallest stands first.", verbose_name="place"
                    ),
                ),
            ],
            options={
                "verbose_name": "reason for authors",
                "verbose_name_plural": "reasons for authors",
                "ordering": ["place", "label"],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="told",
            field=models.CharField(blank=True, max_length=700, verbose_name="told to the author"),
        ),
        migrations.AlterField(model_name="batch", name="action", field=models.CharField(choices=ACTIONS, max_length=8)),
        migrations.AlterField(
            model_name="decision", name="action", field=models.CharField(choices=ACTIONS, max_length=8)
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claim", to="discussion.comment"
                    ),
                ),
                (
                    "moderator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("whose", models.CharField(max_length=80)),
                ("words", models.CharField(max_length=500, verbose_name="note")),
                ("at", models.DateTimeField()),
                (
                    "moderator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "note about a person",
                "verbose_name_plural": "notes about people",
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["whose", "-id"], name="note_about")],
            },
        ),
        migrations.RunPython(put_triggers_back, take_triggers_off),
        migrations.RunPython(let_them_word_reasons, migrations.RunPython.noop),
    ]
