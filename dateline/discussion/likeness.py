"""Filing what waits, so that a moderator finds all copies of it; for what is published see ``echoes``."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.screening import gist_of

from .models import Echo, Likeness
from .statements import tell_each

FILING = "INSERT INTO discussion_likeness (number, comment_id) VALUES (%s, %s)"


def file_waiting(comments: Iterable[tuple[int, str]]) -> None:
    """File new waiting comments, each given by its id and its words."""
    tell_each(FILING, [(number, comment) for comment, text in comments for number in gist_of(text)])


def unfile(comments: Collection[int]) -> None:
    """Forget under what these comments are filed, waiting or published."""
    Likeness.objects.of_comments(comments).delete()
    Echo.objects.of_comments(comments).delete()
