"""Wagtail puts the workflow’s name on a button: “Submit to …”. So it is called by where a report then lies."""

from django.db import migrations

BEFORE, AFTER = "Editor approves", "the editors’ desk"


def rename(apps, old, new):
    for model in ("Workflow", "GroupApprovalTask"):
        apps.get_model("wagtailcore", model).objects.filter(name=old).update(name=new)


def name_the_place(apps, schema_editor):
    rename(apps, BEFORE, AFTER)


def name_the_deed(apps, schema_editor):
    rename(apps, AFTER, BEFORE)


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_who_may_report")]

    operations = [migrations.RunPython(name_the_place, name_the_deed)]
