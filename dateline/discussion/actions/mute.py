"""Not reading somebody, and reading them again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ..limits import TooMuch
from ..models import Comment, Mute
from ..turns import take_turns
from ..writer import Writer

MUTES = 500  # by one reader


@transaction.atomic
def mute(*, comment: Comment, writer: Writer, now: datetime) -> Mute | None:
    """Let ``writer`` read nothing more by the author of ``comment``; None for one's own. Raises ``TooMuch``."""
    if writer.wrote(comment):
        return None
    take_turns([f"mutes:{writer.key}"])
    if Mute.objects.filter(reader=writer.key).count() >= MUTES:
        raise TooMuch(_("You have muted as many people as one reader can. Unmute some to mute others."))
    defaults = {"name": comment.author_name, "at": now}
    return Mute.objects.get_or_create(reader=writer.key, author=comment.author_key, defaults=defaults)[0]


def unmute(*, muted: Mute) -> None:
    """Let the reader read that author again."""
    muted.delete()
