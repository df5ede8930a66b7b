"""Calls know which comment they tell of, so that they forget its words with it."""

import json

import django.db.models.deletion
from django.db import migrations, models


def find_comments(apps, schema_editor):
    calls = apps.get_model("notices", "Call").objects
    comments = apps.get_model("discussion", "Comment").objects
    for call in calls.exclude(event="test").iterator(500):
        number = json.loads(call.body)["data"]["comment"]["id"]
        if comments.filter(pk=number).exists():
            calls.filter(pk=call.pk).update(comment_id=number)


class Migration(migrations.Migration):
    dependencies = [("discussion", "0011_standings"), ("notices", "0003_link_seeds")]

    operations = [
        migrations.AddField(
            model_name="call",
            name="comment",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="discussion.comment"
            ),
        ),
        migrations.RunPython(find_comments, migrations.RunPython.noop),
    ]
