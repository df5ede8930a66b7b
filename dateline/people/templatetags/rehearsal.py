"""A line for pages that promise a mail, where mails are only written into files."""

from __future__ import annotations

from django import template

from ..rehearsal import mail_folder, short_name

register = template.Library()


@register.inclusion_tag("people/_rehearsal_mail.html")
def rehearsal_mail() -> dict[str, str]:
    """Say where this newsroom's mails are while it rehearses; print nothing where mails are sent."""
    folder = mail_folder()
    return {"folder": short_name(folder) if folder else ""}
