"""What stands beside a name besides “Newsroom”: looked up once, when an account writes, and kept with the comment.

Whose report it is and who supports the newsroom are not ours to know. The project names a function that does
(``DISCUSSION_BADGES``); guests are not asked about. So printing a comment asks nobody anything.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from dateline.people.models import User

from .models import Badge
from .statements import ask
from .writer import Writer

# The word stands in the SQL: SQLite does not find a partial index by a value that it is given apart.
SUPPORTERS = """
    SELECT DISTINCT account_id FROM discussion_comment WHERE badge = 'supporter' AND account_id IS NOT NULL
"""


def badge_of(writer: Writer, page_id: int | None, now: datetime) -> str:
    """Return the badge of who writes below a page, a value of ``Badge``; empty for a guest."""
    return _giver(settings.DISCUSSION_BADGES)(writer.account, page_id, now) if writer.account else Badge.NONE.value


def accounts_of_supporters() -> list[int]:
    """Return the accounts beside whose words a supporter's badge stands; asked every minute, so it goes by index."""
    return [row[0] for row in ask(SUPPORTERS)]


@cache
def _giver(name: str) -> Callable[[User, int | None, datetime], str]:
    return import_string(name)
