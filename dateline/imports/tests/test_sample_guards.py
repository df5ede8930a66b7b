"""``dateline demo`` is for empty houses."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.management import CommandError, call_command

from dateline.imports.models import Made
from dateline.reports.actions import open_section
from dateline.reports.models import ReportPage

pytestmark = pytest.mark.django_db


def test_a_house_with_reports_of_its_own_is_left_alone(now: datetime) -> None:
    section = open_section(title="Region", slug="region")
    section.add_child(instance=ReportPage(title="Ours", slug="ours"))
    with pytest.raises(CommandError, match="of its own"):
        call_command("demo", now=now.isoformat())
    assert not Made.objects.exists()


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(CommandError, match="offset"):
        call_command("demo", now="2025-11-14T09:30:00")
