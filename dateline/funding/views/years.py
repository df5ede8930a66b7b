"""The statement of a year, printed by the treasurer for any supporter."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from dateline.funding.models import Supporter
from dateline.funding.yearly import file_name, sheet_of, statement_of_supporter

from .mine import pdf_answer


@require_admin_access
@permission_required("funding.view_supporter", raise_exception=True)
@cache_control(private=True, no_store=True)
@require_safe
def statement(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """The same sheet that the supporter gets."""
    told = statement_of_supporter(get_object_or_404(Supporter, pk=pk), year, timezone.now())
    if told is None:
        raise Http404
    return pdf_answer(sheet_of(told), file_name(told))
