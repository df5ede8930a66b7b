"""Two processes get the same word at the same moment, on one database; there is one gift all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from dateline.funding.providers.rehearsal.service import RehearsalServer
from tests.databases import own_data

GIFTS = 6
# Tables straight from the models: quicker than the migrations. What the database keeps by itself is put upon them.
TABLES = """
call_command("migrate", run_syncdb=True, verbosity=0)
with connection.schema_editor() as editor:
    import_module("dateline.funding.migrations.0002_append_only").seal(None, editor)
    import_module("dateline.funding.migrations.0008_kept_by_the_database").guard(None, editor)
"""
SEED = f"""
drive = open_drive(year=2025, month=11, goal=whole(5000, "USD"), purpose="The boat.")
for _ in range({GIFTS}):
    wish = Wish(money=whole(10, "USD"), email="dee@example.org")
    intent = begin_gift(wish=wish, provider=Rehearsal(), language="en", now=now)
    checkout = open_checkout(intent=intent, provider=Rehearsal(), origin="http://127.0.0.1:9", drive=drive)
    print(checkout.session_id)
"""
FULFIL = """
intents = list(GiftIntent.objects.order_by("pk"))
print("ready", flush=True)
sys.stdin.readline()
for intent in intents * 2:
    fulfil(intent=intent, provider=Rehearsal(), now=now)
"""
REPORT = """
numbers = list(Receipt.objects.order_by("number").values_list("number", flat=True))
drive = Drive.objects.get()
mails = [mail.sent_at is not None for mail in Outbox.objects.all()]
print(json.dumps([Posting.objects.count(), numbers, meter_of(drive, now).raised.amount, mails, complaints(now=now)]))
"""
HEAD = """
import json, sys
from datetime import UTC, datetime
from importlib import import_module
import django
from django.conf import settings
from collections import defaultdict
class NoMigrations(defaultdict):
    __contains__ = lambda self, label: True
settings.MIGRATION_MODULES = NoMigrations(lambda: None)
django.setup()
from django.core.management import call_command
from django.db import connection
from dateline.funding.actions import Wish, begin_gift, complaints, fulfil, open_checkout, open_drive
from dateline.funding.meter import meter_of
from dateline.funding.models import Drive, GiftIntent, Posting, Receipt
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.lib.money import whole
from dateline.people.models import Outbox
now = datetime(2025, 11, 14, 9, 30, tzinfo=UTC)
"""


def process(body: str, home: Path, data: dict[str, str]) -> subprocess.Popen[str]:
    """Start a Python of its own in ``home``, on the database that ``data`` names."""
    surroundings = (
        os.environ
        | data
        | {
            "DJANGO_SETTINGS_MODULE": "dateline.project.settings",
            "DATELINE_HOME": str(home),
            "DATELINE_SECRET_KEY": settings.SECRET_KEY,
            "DATELINE_REHEARSAL_PORT": str(settings.REHEARSAL_PORT),
            "PYTHONPATH": str(settings.ROOT),
        }
    )
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", HEAD + body], env=surroundings, stdin=pipe, stdout=pipe, text=True)


def done(running: subprocess.Popen[str], said: str = "") -> str:
    """Wait for a process, which must end well, and return what it printed."""
    printed, _ = running.communicate(said, timeout=120)
    assert running.returncode == 0
    return printed


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Return a function that starts a process of one newsroom."""
    with own_data(tmp_path) as data:
        yield lambda body: process(body, tmp_path, data)


@pytest.mark.thorough
def test_two_processes_book_each_payment_once(
    service: RehearsalServer, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    for session in done(start(TABLES + SEED)).split():
        service.till.settle(session, "paid", 1763112600.0)

    racers = [start(FULFIL) for _ in range(2)]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    for racer in racers:
        done(racer)

    report = json.loads(done(start(REPORT)))
    assert report == [2 * GIFTS, list(range(1, GIFTS + 1)), GIFTS * 1000, [True] * GIFTS, []]
