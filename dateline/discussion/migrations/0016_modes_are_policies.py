"""Who may write below a page is a policy of the page, which holds below it too; a thread says no more of it.

No page is under other terms afterwards than before: where a page above says something now, and something else held
here, that is said here, too. That is so for pages below which nobody has written yet as well: first comments waited.
"""

from django.db import migrations

FIRST = "first"  # what every thread began with, and what holds where nothing is set
MODES = {"open", "first", "all", "closed"}


def to_policies(apps, schema_editor):
    threads = list(apps.get_model("discussion", "Thread").objects.values_list("id", "page_id", "place", "mode"))
    policies = apps.get_model("discussion", "Policy").objects
    before = {page: mode for _thread, page, _place, mode in threads if page}
    after = {}
    for page, above in _from_the_root_down(apps, after):
        after[page] = before.get(page, FIRST)
        if after[page] != above:
            policies.create(page_id=page, mode=after[page])
    everywhere = after.get(_front(apps), FIRST)
    for thread, page, place, mode in threads:
        if place and not page and mode != everywhere:
            policies.create(thread_id=thread, mode=mode)


def to_threads(apps, schema_editor):
    threads = apps.get_model("discussion", "Thread").objects
    policies = apps.get_model("discussion", "Policy").objects.filter(mode__in=MODES)
    own = dict(policies.filter(page__isnull=False).values_list("page_id", "mode"))
    modes = {}
    for page, above in _from_the_root_down(apps, modes):
        modes[page] = own.get(page, above)
    elsewhere = dict(policies.filter(thread__isnull=False).values_list("thread_id", "mode"))
    everywhere = modes.get(_front(apps), FIRST)
    for thread, page in list(threads.values_list("id", "page_id")):
        threads.filter(id=thread).update(mode=modes[page] if page else elsewhere.get(thread, everywhere))


def _from_the_root_down(apps, modes):
    """Give each page with what holds above it, by ``modes``, which the caller fills in with what holds on each."""
    above = []
    pages = apps.get_model("wagtailcore", "Page").objects.values_list("path", "id")
    for path, page in sorted(pages):
        while above and not path.startswith(above[-1][0]):
            above.pop()
        yield page, modes[above[-1][1]] if above else FIRST
        above.append((path, page))


def _front(apps):
    """The front page, from which discussions on other sites inherit."""
    sites = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True)
    return sites.values_list("root_page_id", flat=True).first()


class Migration(migrations.Migration):
    dependencies = [("discussion", "0015_policies")]

    operations = [
        migrations.RunPython(to_policies, to_threads),
        migrations.RemoveField("thread", "mode"),
    ]
