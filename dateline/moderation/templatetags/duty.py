"""``{% duty %}``: who is on duty, the button to be so, and where it is night; on every page of the desk."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from dateline.people.models import User

from ..duty import desk_at, told
from ..policy_form import TERMS_OF_DUTY

register = template.Library()


@register.inclusion_tag("moderation/_duty.html", takes_context=True)
def duty(context: dict[str, Any]) -> dict[str, Any]:
    """Print it for who sits at the desk."""
    request, now = context["request"], timezone.now()
    if not isinstance(request.user, User):
        return {}
    desk = desk_at(now, request.user)
    nights = [(dark.page, told(dark, now)) for dark in desk.nights]
    return {"desk": desk, "nights": nights, "terms": TERMS_OF_DUTY, "here": context.get("here"), "request": request}
