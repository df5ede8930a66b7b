"""``dateline doctor`` finds what is wrong, and repairs only what can be recomputed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file

from dateline.discussion.actions import record_comment
from dateline.discussion.models import Comment, Thread
from dateline.funding.actions import open_drive, record_gift
from dateline.funding.models import Gift
from dateline.lib.money import Money
from dateline.moderation.models import Attempt
from dateline.reports.models import Picture, Rendition

pytestmark = pytest.mark.django_db


def examined(*arguments: str) -> tuple[int, dict[str, dict[str, object]]]:
    out = StringIO()
    try:
        call_command("doctor", "--json", *arguments, stdout=out, stderr=StringIO())
    except CommandError:
        return 1, json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def ill(*arguments: str) -> dict[str, Any]:
    _code, found = examined(*arguments)
    return {name: answer["complaints"] for name, answer in found.items() if not answer["sound"]}


def test_a_sound_newsroom_has_a_line_for_each_check() -> None:
    out = StringIO()
    call_command("doctor", stdout=out)
    lines = [line for line in out.getvalue().splitlines() if not line.startswith("      ")]
    assert len(lines) == 13
    assert all(line.startswith("ok  ") for line in lines)


def test_a_file_that_is_gone_is_a_complaint_and_one_too_many_a_note() -> None:
    Document.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.pdf"))
    Document.objects.create(title="Map", file=ContentFile(b"map", name="map.pdf"))
    default_storage.delete("documents/plan.pdf")
    default_storage.save("stray.txt", ContentFile(b"stray"))
    code, found = examined("--fix")
    assert code == 1
    assert found["uploads"]["complaints"] == ["document documents/plan.pdf is not there."]
    assert found["uploads"]["notes"] == ["1 files are named by no row, such as stray.txt."]


def test_a_size_without_its_file_is_forgotten_when_asked() -> None:
    picture = Picture.objects.create(title="Dyke", file=get_test_image_file())
    size = picture.renditions.create(filter_spec="width-100", file=get_test_image_file("small.png"), width=1, height=1)
    default_storage.delete(size.file.name)
    told = [f"Size width-100 of picture {picture.pk} has no file."]
    assert ill() == {"sizes of pictures": told}
    code, found = examined("--fix")
    assert (code, found["sizes of pictures"]["fixed"]) == (0, told)
    assert not Rendition.objects.exists()
    assert default_storage.exists(picture.file.name)


def test_counters_are_set_right_when_asked(now: datetime) -> None:
    thread = Thread.objects.create(url="https://elsewhere.example/", created_at=now)
    record_comment(thread=thread, author_name="Ben", text="Wet.", created_at=now, now=now)
    Thread.objects.update(comment_count=5)
    assert list(ill()) == ["counters"]
    assert Thread.objects.get().comment_count == 5
    assert ill("--fix") == {}
    assert Thread.objects.get().comment_count == 1


def test_a_path_is_never_repaired(now: datetime) -> None:
    thread = Thread.objects.create(url="https://elsewhere.example/", created_at=now)
    said = record_comment(thread=thread, author_name="Ben", text="Wet.", created_at=now, now=now)
    Comment.objects.update(path="zzzzzzz")
    assert list(ill("--fix")) == ["places of comments"]
    assert Comment.objects.get(pk=said.pk).path == "zzzzzzz"


def test_a_gift_that_is_not_what_was_booked_is_told(now: datetime) -> None:
    open_drive(year=now.year, month=now.month, goal=Money(9_000, "USD"), purpose="Boats")
    record_gift(money=Money(700, "USD"), occurred_at=now, now=now, key="one")
    assert ill() == {}
    gift, guard = Gift.objects.get(), "funding_gift_no_update"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {guard}" + (" ON funding_gift" if connection.vendor == "postgresql" else ""))
    Gift.objects.update(amount=800)
    [told, different] = ill("--fix")["ledger"]
    assert guard in told
    assert different == f"Gift {gift.pk} and what was booked of it differ."


def test_learning_that_fails_is_told_and_one_that_is_under_way_is_not(now: datetime) -> None:
    Attempt.objects.begin(until=25, now=now)
    assert ill() == {}
    Attempt.objects.begin(until=25, now=now + timedelta(seconds=20))
    [[told]] = ill("--fix").values()
    assert told.startswith("It has failed 2 times since 2025-11-14 09:30 UTC, last with: the process ended before it")
    Attempt.objects.fail("ValueError in table.py, line 71")
    assert list(ill()) == ["learning"]
    [[told]] = ill().values()
    assert "last with: ValueError in table.py, line 71. Comments go on to be judged as before." in told
    assert "tried again from 2025-11-14 09:31 UTC on, and after new decisions" in told


def test_a_row_that_names_none_is_told() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("this database refuses such a row")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute("UPDATE wagtailcore_site SET root_page_id = 4711")
        (told,) = ill().values()
        assert "wagtailcore_site" in told[0]
        cursor.execute("UPDATE wagtailcore_site SET root_page_id = (SELECT MIN(id) FROM wagtailcore_page)")


def test_tables_out_of_step_are_told_and_their_rows_not_read() -> None:
    (last,) = MigrationLoader(connection).graph.leaf_nodes("funding")
    MigrationRecorder(connection).record_unapplied(*last)
    _code, found = examined()
    assert not found["migrations"]["sound"]
    assert found["ledger"]["words"] == "not asked: the tables are not in step with the code"
