"""Connected accounts hang on the provider's own name too, so that another provider cannot speak for them."""

from __future__ import annotations

import hashlib

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PROVIDER = "sign-on"


def bind(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the issuer from what the provider said; an account of which that is not kept is connected anew."""
    for account in apps.get_model("socialaccount", "SocialAccount").objects.filter(provider=PROVIDER).iterator():
        told = account.extra_data.get("id_token") or {}
        if told.get("iss") and told.get("sub"):
            account.uid = hashlib.sha256(f"{told['iss']}\n{told['sub']}".encode()).hexdigest()
            account.save(update_fields=["uid"])


def unbind(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Know them by the subject alone again."""
    for account in apps.get_model("socialaccount", "SocialAccount").objects.filter(provider=PROVIDER).iterator():
        told = account.extra_data.get("id_token") or {}
        if told.get("sub"):
            account.uid = told["sub"]
            account.save(update_fields=["uid"])


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0011_outbox"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [migrations.RunPython(bind, unbind)]
