"""Marking what a transaction changes for readers, within that transaction."""

from __future__ import annotations

import re

from .models import Change

TAG = re.compile(r"[a-z]+(?::[\w-]+)?")


def mark(*tags: str) -> int:
    """Say that everything which depends on ``tags`` is out of date once this transaction commits.

    A tag is a word, or a word and a key: ``thread:12``. Returns the number of the change: a page that reflects it is
    one made from that change or a later one. Call it in the transaction that changes the rows, as near its end as can
    be; a transaction that is rolled back has marked nothing. Raises ValueError for what is no tag.
    """
    for tag in tags:
        if not TAG.fullmatch(tag):
            raise ValueError(f"“{tag}” is no tag")
    return Change.objects.create(tags=" ".join(tags)).pk
