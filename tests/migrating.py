"""A database of its own, brought to one migration, filled with rows as they were then, and brought to a later one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from .databases import own_data

ROOT = Path(__file__).resolve().parent.parent
ENOUGH_SECONDS = 300
PROGRAM = """
import json, sys, uuid
import django
django.setup()
from datetime import UTC, datetime, timedelta
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
def at(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps.get_model
now = datetime(2025, 11, 14, 9, 30, tzinfo=UTC)
"""


def said_by(body: str, home: Path) -> Any:
    """Run ``body`` and return the JSON that it prints; ``at`` brings the tables to migrations and gives their models.

    In a process of its own, so that no test meets tables of another time.
    """
    with own_data(home) as data:
        surroundings = (
            os.environ
            | data
            | {
                "DJANGO_SETTINGS_MODULE": "dateline.project.settings",
                "DATELINE_HOME": str(home),
                "DATELINE_SECRET_KEY": "of-no-use-to-anybody-" * 3,
                "PYTHONPATH": str(ROOT),
            }
        )
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM + body],
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=ENOUGH_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout.splitlines()[-1])
