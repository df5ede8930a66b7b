from django.db import migrations

from dateline.lib.skeleton import skeleton

AT_ONCE = 1000


def fill(apps, schema_editor):
    """Give every account that is here the skeleton of its public name."""
    people = apps.get_model("people", "User")._base_manager
    changed = []
    for person in people.iterator(chunk_size=AT_ONCE):
        full = person.display_name or f"{person.first_name} {person.last_name}".strip()
        person.name_skeleton = skeleton(full or ("" if "@" in person.username else person.username))[:160]
        changed.append(person)
        if len(changed) == AT_ONCE:
            people.bulk_update(changed, ["name_skeleton"])
            changed = []
    people.bulk_update(changed, ["name_skeleton"])


class Migration(migrations.Migration):
    dependencies = [("people", "0006_names_and_house_users")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
