"""What a newsroom that is only being tried out owes to whoever tries it: where its mails are."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from dateline.lib.mail_url import INTO_FILES


def mail_folder() -> Path | None:
    """Return the folder that mails are written into instead of being sent; in production it is nobody's to know."""
    if settings.PRODUCTION or settings.EMAIL_BACKEND != INTO_FILES:
        return None
    return settings.MAIL_FOLDER


def short_name(folder: Path) -> str:
    """Return what a page says of ``folder``: enough to find it, without the machine's own paths."""
    return "/".join(folder.parts[-2:])
