"""Reporters write and hand in; editors publish. One workflow stands between them.

Wagtail's default workflow ("Moderators approval", approved by whoever might publish) becomes ours, named for what it does.
"""

from django.db import migrations

SNIPPETS = {
    "author": ("add", "change", "view"),
    "correction": ("add", "view"),
    "update": ("add", "view"),
}
WORKFLOW = "Editor approves"


def permission(apps, app_label, model, codename, name):
    """Permissions are otherwise made only after all migrations have run."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    return found


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    editor, _ = Group.objects.get_or_create(name="Editor")
    reporter, _ = Group.objects.get_or_create(name="Reporter")
    for model, actions in SNIPPETS.items():
        for action in actions:
            editor.permissions.add(permission(apps, "reports", model, f"{action}_{model}", f"Can {action} {model}"))
    reporter.permissions.add(permission(apps, "reports", "author", "view_author", "Can view author"))
    for action in ("add", "change", "delete"):
        codename, name = f"{action}_redirect", f"Can {action} redirect"
        editor.permissions.add(permission(apps, "wagtailredirects", "redirect", codename, name))
    grant_pages(apps, editor, reporter)


def grant_pages(apps, editor, reporter):
    """Who may add a page may edit their own; ``change`` would open everybody's, so reporters go without."""
    PagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    wanted = {reporter: ("add",), editor: ("add", "change", "publish", "lock", "unlock", "bulk_delete")}
    for group, actions in wanted.items():
        for action in actions:
            codename = f"{action}_page"
            granted = permission(apps, "wagtailcore", "page", codename, f"Can {action} page")
            PagePermission.objects.get_or_create(group=group, page=root, permission=granted)
    PagePermission.objects.filter(group=reporter, permission__codename="change_page").delete()


def make_workflow(apps, schema_editor):
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Approval = apps.get_model("wagtailcore", "GroupApprovalTask")
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    Link = apps.get_model("wagtailcore", "WorkflowPage")
    standing = Link.objects.filter(page=root).first()
    workflow = standing.workflow if standing else Workflow.objects.create(name=WORKFLOW, active=True)
    Workflow.objects.filter(pk=workflow.pk).update(name=WORKFLOW)
    Link.objects.get_or_create(page=root, defaults={"workflow": workflow})
    step = apps.get_model("wagtailcore", "WorkflowTask").objects.filter(workflow=workflow).first()
    task = Approval.objects.filter(pk=step.task_id).first() if step else new_task(apps, workflow)
    if task is not None:
        Approval.objects.filter(pk=task.pk).update(name=WORKFLOW)
        task.groups.set([apps.get_model("auth", "Group").objects.get(name="Editor")])


def new_task(apps, workflow):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(
        name=WORKFLOW, content_type=kind, active=True
    )
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    return task


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0003_front_page"),
        ("people", "0003_roles"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
        migrations.RunPython(make_workflow, migrations.RunPython.noop),
    ]
