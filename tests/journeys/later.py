"""Schedule a report to come out a few seconds from now: ``python -m tests.journeys.later HEADLINE``; prints its path.

The editor's form counts in minutes, which is longer than a test should wait; from here on everything is the real thing.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from dateline.reports.actions import Story, open_section, record_report  # noqa: E402

now = timezone.now()
section = open_section(title="River desk", slug="river-desk")
story = Story(headline=sys.argv[1], body=[("text", "<p>At last.</p>")])
report = record_report(section=section, story=story, now=now, published_at=now + timedelta(seconds=3))
sys.stdout.write(report.url)
