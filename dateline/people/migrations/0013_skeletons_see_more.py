from importlib import import_module

from django.db import migrations

# More letters pass for Latin ones than before: names are compared by skeletons made the same way.
fill = import_module("dateline.people.migrations.0007_skeletons_of_names").fill


class Migration(migrations.Migration):
    dependencies = [("people", "0012_bound_to_the_issuer")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
