"""Where mail goes, in one line: ``smtps://user:password@host:465``."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .env import BadSetting

INTO_FILES = "django.core.mail.backends.filebased.EmailBackend"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail_settings(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's EMAIL_* settings for ``url``; without one, mail is put into ``folder`` as files.

    ``smtp`` speaks in the clear, ``smtp+tls`` asks for STARTTLS, ``smtps`` speaks TLS from the first byte (RFC 8314).
    Raises BadSetting.
    """
    if not url:
        return {"EMAIL_BACKEND": INTO_FILES, "EMAIL_FILE_PATH": folder}
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadSetting(f"DATELINE_MAIL_URL cannot be read: {error}.") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadSetting("DATELINE_MAIL_URL must look like smtps://user:password@mail.example:465.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
