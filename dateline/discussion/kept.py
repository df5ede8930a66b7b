"""A comment that could not be written down, kept in its form: made of what was sent alone, for no row can be read."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from dateline.delivery.proof import FIELD as PROOF

from .forms import CommentForm
from .opened import FIELD as OPENED
from .writer import Writer


def kept_comment(sent: QueryDict, where: dict[str, Any]) -> dict[str, Any]:
    """Return what the form's partial needs. Whoever was signed in was asked for no name, and is not now."""
    asked = "author_name" in sent
    words = {name: sent.get(name, "") for name in ("text", "author_name", "mail")}
    return {
        "kept": "discussion/_kept.html",
        "form": CommentForm(initial=words, writer=Writer()),
        "writer": {"account": not asked},
        "opened": sent.get(OPENED, ""),
        "proof": sent.get(PROOF, ""),
        "parent": {"pk": where["comment_id"]} if "comment_id" in where else None,
        "page": {"pk": where.get("page_id")},
    }
