"""Plain text for mails."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def quoted_lines(text: str) -> str:
    """Return somebody's words as mails quote them: every line is marked, so that none of them can pass for ours."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
