"""The paper has a front page from its first day: Wagtail's welcome page gives way to ours."""

from django.db import migrations

WELCOME = "Welcome to your new Wagtail site!"


def put_front_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    FrontPage = apps.get_model("reports", "FrontPage")
    if FrontPage.objects.exists():
        return
    welcome = Page.objects.filter(depth=2, title=WELCOME, numchild=0).first()
    if welcome is None:
        return
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="reports", model="frontpage"
    )
    front = FrontPage(page_ptr=welcome)
    front.__dict__.update({field.attname: getattr(welcome, field.attname) for field in Page._meta.concrete_fields})
    front.title = front.draft_title = "Front page"
    front.slug, front.url_path, front.content_type = "front", "/front/", kind
    front.save()


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0002_newsroom_pages"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(put_front_page, migrations.RunPython.noop)]
