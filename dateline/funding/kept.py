"""A gift that could not be begun, kept in a form: made of what was sent alone; not even the currency can be read."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from .forms import OTHER

HIDDEN = ("frequency", "visibility", "page", "cover", "website")


def kept_gift(sent: QueryDict, where: dict[str, Any]) -> dict[str, Any]:
    """Return what the form's partial needs; an amount that was picked stands in the field where one may be written."""
    picked = sent.get("preset", "")
    return {
        "kept": "funding/_kept.html",
        "amount": sent.get("amount", "") or ("" if picked == OTHER else picked),
        "sent": {name: sent.get(name, "") for name in ("name", "message", "dedication", "email")},
        "other": OTHER,
        "way": sent.get("way", ""),
        "hidden": [(name, sent.get(name, "")) for name in HIDDEN],
    }
