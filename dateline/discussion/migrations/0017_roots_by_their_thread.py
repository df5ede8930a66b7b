"""Roots are found by their thread: the index of answers no longer holds them.

The index goes and comes by name: Django would copy the whole table on SQLite, and lose its triggers.
"""

import django.db.models.deletion
from django.db import migrations, models

OLD = "discussion_comment_parent_id_f04051d3"


class Migration(migrations.Migration):
    dependencies = [("discussion", "0016_modes_are_policies")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX IF EXISTS "{OLD}"', f'CREATE INDEX "{OLD}" ON "discussion_comment" ("parent_id")'
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="comment",
                    name="parent",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="discussion.comment",
                    ),
                )
            ],
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)), fields=["parent"], name="comment_answers"
            ),
        ),
    ]
