"""The buttons of those who vouch for readers here."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag(takes_context=True)
def vouching(context: dict[str, Any]) -> list[Any]:
    """Return the OpenID Connect providers of this newsroom, each with ``name`` and ``app.provider_id``."""
    return get_adapter().list_providers(context["request"]) if settings.SOCIALACCOUNT_PROVIDERS else []


@register.simple_tag
def house_name() -> str:
    """Return the name of the newsroom's own sign-in; empty where there is none."""
    return settings.SINGLE_SIGN_ON.name if settings.SINGLE_SIGN_ON else ""
